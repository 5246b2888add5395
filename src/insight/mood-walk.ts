import { readRecord } from '../runtime/message-record.ts';
import type { Query, StoreReader } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';

/** One message that sounded somehow. */
export interface HeardMood {
  /** Epoch milliseconds, by the platform's clock. */
  readonly at: number;
  /** −1 to 1. */
  readonly score: number;
  readonly flow: string | null;
  readonly product: string | null;
}

export interface Span {
  /** Epoch milliseconds; `until` is no longer in it. */
  readonly since: number;
  readonly until: number;
}

type Reader = Pick<StoreReader, 'find'>;

const pageSize = 200;

/**
 * Every mood of the span. Goes by conversations that were active since and reads each from its end, which the index of messages serves:
 * an index by time would be written with every message, for a report that is read now and then.
 */
export async function* walkMoods(store: Reader, span: Span): AsyncGenerator<HeardMood, void, void> {
  for await (const page of walkKind(store, 'conversation', { where: { updatedAt: { from: span.since } } })) {
    for (const { id } of page) yield* conversationMoods(store, id, span);
  }
}

/** Messages may be a little out of order: platforms tell late. A whole page before the span is the end. */
async function* conversationMoods(store: Reader, conversation: string, { since, until }: Span) {
  for (let below: number | null = null; ; ) {
    const turn: Query['where'] = { conversation, turn: below === null ? { above: 0 } : { above: 0, below } };
    const found = await store.find('message', {
      where: turn,
      sort: { by: 'turn', direction: 'down' },
      limit: pageSize,
    });
    const records = found.map(readRecord);
    for (const { at, mood } of records) if (mood && at >= since && at < until) yield { at, ...mood };
    const last = records.at(-1);
    if (!last || records.length < pageSize || records.every(({ at }) => at < since)) return;
    below = last.turn;
  }
}
