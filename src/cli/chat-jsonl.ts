import type { Readable } from 'node:stream';
import { conversationId } from '../channel/ids.ts';
import type { InboundEvent } from '../channel/inbound.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type JsonlLine, readJsonlLine } from './jsonl-line.ts';
import { linesIn } from './lines-in.ts';
import type { TurnEnds } from './turn-ends.ts';

export interface JsonlChat {
  readonly runtime: Pick<Runtime, 'handle'>;
  readonly turnEnds: TurnEnds;
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
  for await (const line of linesIn(chat.input, chat.signal)) {
    number += 1;
    if (line.trim() === '') continue;
    const done = handleLine(chat, readJsonlLine(line), number).finally(() => underWay.delete(done));
    underWay.add(done);
    if (underWay.size >= mostUnderWay) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

async function handleLine(chat: JsonlChat, line: JsonlLine, number: number): Promise<void> {
  if (line.result === 'bad') return refuse(chat, line, number);
  chat.turnEnds.asked(line);
  try {
    await chat.runtime.handle(eventOf(line, chat.now()));
  } catch {
    const message = 'The message could not be stored. Send it again with the same id.';
    complain(chat, line, { line: number, message });
  }
  chat.turnEnds.done(line);
}

function eventOf({ id, conversation, content }: Extract<JsonlLine, { result: 'event' }>, at: number): InboundEvent {
  return {
    id,
    at,
    content,
    conversation: conversationId({ channel: 'terminal', account: jsonlAccount, peer: conversation }),
  };
}

function refuse(chat: JsonlChat, line: Extract<JsonlLine, { result: 'bad' }>, number: number): void {
  complain(chat, line, { line: number, message: line.problem });
  if (line.id !== null) chat.write(turnEndLine(line));
}

function complain(chat: JsonlChat, line: Named, problem: { readonly line: number; readonly message: string }): void {
  const { conversation, id } = line;
  chat.write(`${JSON.stringify({ type: 'error', conversation, in_reply_to: id, ...problem })}\n`);
}

interface Named {
  readonly conversation: string | null;
  readonly id: string | null;
}

export function turnEndLine({ conversation, id }: Named): string {
  return `${JSON.stringify({ type: 'turn-end', conversation, in_reply_to: id })}\n`;
}
