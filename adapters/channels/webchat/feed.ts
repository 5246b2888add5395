import type { Delivery, IdempotencyKey } from '../../../src/channel/adapter.ts';
import type { ConversationId } from '../../../src/channel/ids.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import type { Transcript, TranscriptEntry } from '../../../src/runtime/transcript.ts';
import { type Frame, placeOf, turnFrame } from './frames.ts';
import { lossesShown } from './preview.ts';

/** What one open page is shown: the transcript in order, each turn once, and what is pushed before the transcript has it. */
export interface Feed {
  readonly conversation: ConversationId;
  /** Sends what the page lacks, then `ready`. Rejects when the transcript cannot be read. */
  start(): Promise<void>;
  /** Sends the turns that came since; at most one read at a time. Rejects when the transcript cannot be read. */
  catchUp(): Promise<void>;
  /** Shows a delivered part, unless the page has it. Never rejects. */
  show(part: RenderedPart, delivery: Delivery): Promise<void>;
  typing(): void;
  /** Shows what an answer is going to be. Not kept: a page that comes later does not see it. */
  draft(text: string): void;
  isBusy(): boolean;
  stop(): void;
}

export interface FeedParts {
  readonly conversation: ConversationId;
  readonly transcript: Transcript;
  /** BCP 47. */
  readonly locale: string;
  /** The last turn the page has, or `null` when it has none. */
  readonly seen: number | null;
  send(frame: Frame): void;
}

/** Turns that a page is given when it opens; older ones come when asked for. */
export const historyTurns = 50;
const readTurns = 100;

export function createFeed({ conversation, transcript, locale, seen, send }: FeedParts): Feed {
  let last = seen ?? 0;
  let stopped = false;
  let pushed = new Set<IdempotencyKey>();

  const sendTurns = (entries: readonly TranscriptEntry[]) => {
    for (const entry of entries) {
      if (stopped || entry.turn <= last) continue;
      send({ event: 'turn', turn: turnFrame(conversation, entry, locale) });
      last = entry.turn;
    }
    pushed = new Set([...pushed].filter((key) => turnOf(key) > last));
  };
  const readAll = async () => {
    for (let full = true; full && !stopped; ) {
      const entries = await transcript.after(conversation, last, readTurns);
      full = entries.length === readTurns;
      sendTurns(entries);
    }
  };
  const open = async () => {
    const newest = await transcript.last(conversation, historyTurns);
    const end = newest.at(-1)?.turn ?? 0;
    if (last > end) send({ event: 'reset' });
    const anew = seen === null || last > end;
    if (last > end) last = 0;
    if (anew) sendTurns(newest);
    await readAll();
    send({ event: 'ready', earlier: anew && (newest[0]?.turn ?? 1) > 1, empty: last === 0 });
  };
  const { run, isBusy } = oneAtATime(readAll);
  const push = (part: RenderedPart, { key, inReplyTo, origin }: Delivery) => {
    if (stopped || pushed.has(key) || turnOf(key) <= last) return;
    pushed.add(key);
    const place = placeOf(key) ?? [last + 1, 0, pushed.size];
    send({ event: 'part', part: { key, place, part, inReplyTo, ...lossesShown(conversation, origin) } });
  };
  return {
    conversation,
    start: () => run(open),
    catchUp: () => run(),
    show: async (part, delivery) => {
      // The transcript first: it also knows what the part answers, and what other processes delivered before it.
      if (turnOf(delivery.key) > last) await run().catch(() => undefined);
      push(part, delivery);
    },
    typing: () => (stopped ? undefined : send({ event: 'typing' })),
    draft: (text) => (stopped ? undefined : send({ event: 'draft', text })),
    isBusy,
    stop: () => {
      stopped = true;
    },
  };
}

function turnOf(key: IdempotencyKey): number {
  return placeOf(key)?.[0] ?? Number.POSITIVE_INFINITY;
}

/** Reads follow each other, so that turns cannot overtake; calls that wait for the same read share it. */
function oneAtATime(usual: () => Promise<void>) {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (work: () => Promise<void>): Promise<void> => {
    const begun = work().finally(() => {
      if (current === begun) current = null;
    });
    current = begun;
    return begun;
  };
  const queued = (after: Promise<void>) => {
    next ??= after
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin(usual);
      });
    return next;
  };
  return {
    run: (work: () => Promise<void> = usual) => (current ? queued(current) : begin(work)),
    isBusy: () => current !== null,
  };
}
