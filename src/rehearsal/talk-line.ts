import type { Node } from 'yaml';
import { z } from 'zod';
import { durationOf } from '../dialog/files/duration.ts';
import { BadLine } from './bad-line.ts';
import { type ParcelMove, parcelMoves } from './bring-order.ts';
import type { Line, ScriptedAnswer } from './conversation-test.ts';

type Reader = (value: unknown, line: number) => Line;

const readers: Readonly<Record<string, Reader>> = {
  shopper: (value, line) => ({ does: 'shopper', line, text: String(value ?? '') }),
  presses: (value, line) => ({ does: 'presses', line, label: String(value) }),
  opens: (value, line) => ({ does: 'opens', line, payload: typeof value === 'string' ? value : null }),
  parley: (value, line) => ({ does: 'parley', line, text: String(value ?? '') }),
  offers: (value, line) => ({
    does: 'offers',
    line,
    labels: Array.isArray(value) ? value.map(String) : [String(value)],
  }),
  wait: (value, line) => ({ does: 'wait', line, ms: duration(value, line) }),
  again: (_value, line) => ({ does: 'again', line }),
  restart: (_value, line) => ({ does: 'restart', line }),
  fails: (value, line) => ({ does: 'fails', line, action: String(value) }),
  assistant: (value, line) => ({ does: 'assistant', line, answers: scriptedAnswer(value, line) }),
  desk: (value, line) => ({ does: 'desk', line, move: deskMove(value) }),
  parcel: (value, line) => ({ does: 'parcel', line, move: parcelMove(value, line) }),
};

/** One line under `talk`: `- shopper: hello`. Throws a `BadLine`. */
export function readLine(node: Node, line: number): Line {
  const value: unknown = node.toJSON();
  const [key, given] = typeof value === 'string' ? [value, null] : (Object.entries(value ?? {})[0] ?? ['', null]);
  const reader = readers[key];
  if (!reader) throw new BadLine(line, `A line of a talk is one of ${Object.keys(readers).join(', ')}; not "${key}"`);
  return reader(given, line);
}

function duration(value: unknown, line: number): number {
  const ms = durationOf(String(value));
  if (ms === null) throw new BadLine(line, `"${String(value)}" is no time to wait; write "20 minutes" or "2 days"`);
  return ms;
}

function parcelMove(value: unknown, line: number): ParcelMove {
  const known = Object.keys(parcelMoves) as ParcelMove[];
  const move = known.find((one) => one === value);
  if (!move) throw new BadLine(line, `A parcel is one of ${known.join(', ')}; not "${String(value)}"`);
  return move;
}

const answerSchema = z.strictObject({
  text: z.string().default(''),
  products: z.array(z.coerce.string()).default([]),
  commands: z.array(z.record(z.string(), z.json())).default([]),
});

function scriptedAnswer(value: unknown, line: number): ScriptedAnswer {
  const answer = answerSchema.safeParse(typeof value === 'string' ? { text: value } : value);
  if (answer.success) return answer.data as ScriptedAnswer;
  throw new BadLine(line, 'What the assistant answers is written as { text: …, products: […], commands: […] }');
}

function deskMove(value: unknown): 'take' | 'give-back' | { say: string } {
  if (value === 'take') return 'take';
  return value === 'gives back' || value === 'give back' ? 'give-back' : { say: String(value) };
}
