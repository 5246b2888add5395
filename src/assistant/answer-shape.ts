import { z } from 'zod';
import type { JsonObject } from '../storage/json.ts';
import type { Command } from '../understanding/command.ts';

const word = z.string().max(200);
const value = z.string().max(1_000);
const slotSchema = z.strictObject({ name: word, value });

/** What OpenAI takes as a strict schema: every field is there, and no other. */
const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('start-flow'), flow: word, slots: z.array(slotSchema).max(20) }),
  z.strictObject({ command: z.literal('set-slot'), slot: word, value }),
  z.strictObject({ command: z.literal('correct-slot'), slot: word, value }),
  z.strictObject({ command: z.literal('cancel') }),
  z.strictObject({ command: z.literal('clarify'), flows: z.array(word).max(5) }),
  z.strictObject({ command: z.literal('answer') }),
  z.strictObject({ command: z.literal('handoff'), reason: value }),
]);
type Proposed = z.output<typeof commandSchema>;

const answerSchema = z.strictObject({ commands: z.array(commandSchema).max(8), text: z.string().max(4_000) });

/** Commands first: a text that grows is at the end. */
export const answerShape = z.toJSONSchema(answerSchema, { io: 'output' }) as unknown as JsonObject;

export interface ReadAnswer {
  readonly commands: readonly Command[];
  readonly text: string;
}

/** `null`: it is not what was asked for. Some servers put the object into a fence, whatever they are told. */
export function readAnswer(text: string): ReadAnswer | null {
  const inner = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/u.exec(text)?.[1] ?? text;
  const answer = answerSchema.safeParse(parse(inner));
  return answer.success ? { text: answer.data.text.trim(), commands: answer.data.commands.map(commandOf) } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function commandOf(proposed: Proposed): Command {
  if (proposed.command !== 'start-flow') return proposed;
  return { ...proposed, slots: Object.fromEntries(proposed.slots.map(({ name, value: words }) => [name, words])) };
}
