import { z } from 'zod';
import { defineAction } from '../actions/action.ts';
import { productViewSchema } from '../actions/schemas.ts';
import { assistantQuestion } from './assistant.ts';
import type { Assistant } from './create-assistant.ts';

const commandSchema = z.union([
  z.object({ command: z.literal('start-flow'), flow: z.string(), slots: z.record(z.string(), z.string()) }),
  z.object({ command: z.enum(['set-slot', 'correct-slot']), slot: z.string(), value: z.string() }),
  z.object({ command: z.enum(['cancel', 'answer']) }),
  z.object({ command: z.literal('clarify'), flows: z.array(z.string()) }),
  z.object({ command: z.literal('handoff'), reason: z.string() }),
]);

const answerSchema = z.object({
  commands: z.array(commandSchema),
  text: z.string(),
  products: z.array(productViewSchema),
});

/** The engine's way to the assistant, once nothing else is sure. */
export function createAssistantAction(assistant: Assistant) {
  return defineAction({
    name: 'assistant.ask',
    about:
      'Ask the language model what the shopper means, and for an answer that holds. ' +
      'Refuses with over-budget, unavailable, not-grounded, flagged.',
    input: assistantQuestion,
    output: answerSchema,
    callers: [],
    reads: true,
    slow: true,
    // It ends by itself before.
    timeLimitMs: assistant.seconds * 1000 + 2_000,
    async run(question, context) {
      const answer = await assistant.ask(question, context);
      if ('refused' in answer) return answer;
      const { commands, text, products } = answer;
      return { commands: commands.map(plain), text, products: [...products] };
    },
  });
}

type Plain = z.input<typeof commandSchema>;

/** The engine's commands are read-only; what is stored is not declared so. */
function plain(command: object): Plain {
  return structuredClone(command) as Plain;
}
