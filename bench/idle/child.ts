import { setTimeout as delay } from 'node:timers/promises';
import { parleySubject } from '../durable/parley-subject.ts';
import { openSqliteBed } from '../durable/stores.ts';
import { loadShoppingBook } from '../shopping/book.ts';
import { sayingOf } from '../shopping/talk.ts';

export interface HeapNote {
  readonly conversations: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
}

/** Turns of each conversation: it is left in the middle of a flow, with products found and a question open. */
const turnsEach = 3;
const atOnce = 50;

/** Longer than deliveries stay unwritten. */
const quietMs = 4_500;

const many = Number(process.argv[2]);
const bed = await openSqliteBed();
let replied = (): void => {};
const subject = await parleySubject({ book: loadShoppingBook(), open: bed.openStore, idempotent: true })(() =>
  replied(),
);
const notes: HeapNote[] = [];
let begun = 0;
for (const conversations of [200, many + 200, 2 * many + 200]) {
  while (begun < conversations) await talkSome(Math.min(atOnce, conversations - begun));
  await delay(quietMs);
  notes.push(note(conversations));
}
await subject.close();
await bed.close();
console.log(JSON.stringify(notes));

async function talkSome(count: number): Promise<void> {
  for (let turn = 0; turn < turnsEach; turn += 1) await sayToAll(count, turn);
  begun += count;
}

function sayToAll(count: number, turn: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    replied = () => {
      left -= 1;
      if (left === 0) resolve();
    };
    for (let index = 0; index < count; index += 1) subject.say(begun + index, turn, sayingOf(turn).says);
  });
}

function note(conversations: number): HeapNote {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { conversations, heapBytes: heapUsed + external, rssBytes: rss };
}
