import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { conversationId } from '../channel/ids.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type JsonlLine, readJsonlLine } from './jsonl-line.ts';

export interface JsonlChat {
  readonly runtime: Pick<Runtime, 'handle'>;
  readonly input: Readable;
  readonly write: (line: string) => void;
  readonly now: () => number;
  /** Nothing more is read once it is aborted; what is under way is answered. */
  readonly signal?: AbortSignal;
}

/** Names the conversations of machines apart from those of people at this terminal. */
export const jsonlAccount = 'jsonl';

/** Lines that are worked on at a time; the reader waits beyond that. */
const mostUnderWay = 2_000;

/** One line in, its answers and a `turn-end` out. Conversations run side by side; within one, lines keep their order. */
export async function chatJsonl(chat: JsonlChat): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let number = 0;
  for await (const line of linesOf(chat)) {
    number += 1;
    if (line.trim() === '') continue;
    const done = handleLine(chat, readJsonlLine(line), number).finally(() => underWay.delete(done));
    underWay.add(done);
    if (underWay.size >= mostUnderWay) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

function linesOf({ input, signal }: JsonlChat): AsyncIterable<string> {
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, ...(signal && { signal }) });
}

async function handleLine(chat: JsonlChat, line: JsonlLine, number: number): Promise<void> {
  if (line.result === 'bad') return complain(chat, line, { line: number, message: line.problem });
  const { id, content } = line;
  const conversation = conversationId({ channel: 'terminal', account: jsonlAccount, peer: line.conversation });
  try {
    const handled = await chat.runtime.handle({ id, conversation, at: chat.now(), content });
    if (handled === 'duplicate') endTurn(chat, line);
  } catch {
    const message = 'The message could not be stored. Send it again with the same id.';
    complain(chat, line, { line: number, message });
  }
}

function complain(chat: JsonlChat, line: Named, problem: { readonly line: number; readonly message: string }): void {
  put(chat, { type: 'error', conversation: line.conversation, in_reply_to: line.id, ...problem });
  if (line.id !== null) endTurn(chat, line);
}

interface Named {
  readonly conversation: string | null;
  readonly id: string | null;
}

function endTurn(chat: JsonlChat, { conversation, id }: Named): void {
  put(chat, { type: 'turn-end', conversation, in_reply_to: id });
}

function put({ write }: JsonlChat, value: object): void {
  write(`${JSON.stringify(value)}\n`);
}
