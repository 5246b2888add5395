import { z } from 'zod';
import type { ModelRequest } from '../../../src/assistant/language-model.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import type { Collected, RawCall } from './collected-answer.ts';

/** https://platform.openai.com/docs/api-reference/responses-streaming, as far as it is read; other events are of no use here. */
const delta = z.object({ type: z.literal('response.output_text.delta'), delta: z.string() });
const itemDone = z.object({
  type: z.literal('response.output_item.done'),
  item: z.union([
    z.object({ type: z.literal('function_call'), call_id: z.string(), name: z.string(), arguments: z.string() }),
    z.object({ type: z.string() }).transform(() => null),
  ]),
});
const completed = z.object({
  type: z.literal('response.completed'),
  response: z.object({
    model: z.string().nullish(),
    usage: z
      .object({
        input_tokens: z.number(),
        output_tokens: z.number(),
        input_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
      })
      .nullish(),
  }),
});
type Completed = z.output<typeof completed>['response'];

const read = ['response.output_text.delta', 'response.output_item.done', 'response.completed'];
const eventSchema = z.union([
  delta,
  itemDone,
  completed,
  z
    .object({ type: z.string().refine((type) => !read.includes(type)) })
    .transform(({ type }) => ({ type: 'other' as const, of: type })),
]);

/** Resolves with what came, once the server has said that it was all. */
export async function readResponsesStream(
  stream: AsyncIterable<unknown>,
  { onText }: ModelRequest,
): Promise<Collected> {
  let text = '';
  let end: Completed | null = null;
  const calls: RawCall[] = [];
  for await (const raw of stream) {
    const event = readEvent(raw);
    switch (event.type) {
      case 'response.output_text.delta':
        text += event.delta;
        onText?.(text);
        break;
      case 'response.output_item.done':
        if (event.item) calls.push({ id: event.item.call_id, name: event.item.name, input: event.item.arguments });
        break;
      case 'response.completed':
        end = event.response;
        break;
      case 'other':
        stopAt(event.of);
    }
  }
  if (end === null) throw new ModelError('MODEL_CUT');
  return { text, calls, usage: usageOf(end), model: end.model ?? null };
}

function readEvent(raw: unknown): z.output<typeof eventSchema> {
  const event = eventSchema.safeParse(raw);
  if (!event.success) throw new ModelError('MODEL_FAILED');
  return event.data;
}

function stopAt(event: string): void {
  if (event === 'response.incomplete') throw new ModelError('MODEL_CUT');
  if (event === 'response.failed' || event === 'error') throw new ModelError('MODEL_FAILED');
  if (event === 'response.refusal.done') throw new ModelError('MODEL_REFUSED');
}

/** Servers that count nothing say 0. */
function usageOf({ usage }: Completed): Collected['usage'] {
  if (!usage || usage.input_tokens === 0) return null;
  const { input_tokens: input, output_tokens: output, input_tokens_details: details } = usage;
  return { input, output, cached: details?.cached_tokens ?? 0 };
}
