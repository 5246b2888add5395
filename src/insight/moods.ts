import { reviewOf } from '../commerce/reviews/review.ts';
import { dayAt } from '../commerce/rules/days.ts';
import type { StoreReader } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';
import { createMoodCounter, type MoodCounter, type MoodSum } from './mood-sum.ts';
import { type HeardMood, type Span, walkMoods } from './mood-walk.ts';

export const moodGroups = ['flow', 'product', 'day'] as const;

/** What moods are summed up by: the flow that was open (the topic), the product last looked at, or the day. */
export type MoodGroup = (typeof moodGroups)[number];

export interface MoodRow {
  /** Flow, product id, or day (`2026-11-22` by the shop's clock); `null`: messages outside of any. */
  readonly key: string | null;
  readonly messages: MoodSum | null;
  /** Mean of the span's second half less that of its first; `null` where either has too little to say, and by day. */
  readonly trend: number | null;
  /** How reviews sounded: by product and by day. */
  readonly reviews: MoodSum | null;
}

export interface MoodsAsked extends Span {
  readonly by: MoodGroup;
  /** IANA name. */
  readonly timeZone: string;
}

/** How shoppers sounded over a span of time. Holds sums alone, whatever the number of messages. */
export async function sumMoods(store: StoreReader, asked: MoodsAsked): Promise<readonly MoodRow[]> {
  const groups = createGroups(asked);
  for await (const heard of walkMoods(store, asked)) groups.message(heard);
  if (asked.by !== 'flow') await addReviews(store, asked, groups);
  return groups.rows();
}

async function addReviews(store: StoreReader, { since, until }: Span, groups: Groups): Promise<void> {
  for await (const page of walkKind(store, 'review', { where: { at: { from: since, below: until } } })) {
    for (const { body } of page) {
      const { mood, at, product } = reviewOf(body);
      if (mood) groups.review({ at, score: mood.score, flow: null, product });
    }
  }
}

interface Group {
  readonly all: MoodCounter;
  readonly early: MoodCounter;
  readonly late: MoodCounter;
  readonly reviews: MoodCounter;
}

interface Groups {
  message(heard: HeardMood): void;
  review(heard: HeardMood): void;
  rows(): readonly MoodRow[];
}

function createGroups(asked: MoodsAsked): Groups {
  const groups = new Map<string | null, Group>();
  const keyOf = createKeys(asked);
  const middle = (asked.since + asked.until) / 2;
  const groupOf = (heard: HeardMood): Group => {
    const key = keyOf(heard);
    const group = groups.get(key) ?? newGroup();
    groups.set(key, group);
    return group;
  };
  return {
    message: (heard) => {
      const { all, early, late } = groupOf(heard);
      all.add(heard.score);
      (heard.at < middle ? early : late).add(heard.score);
    },
    review: (heard) => groupOf(heard).reviews.add(heard.score),
    rows: () => [...groups].map(([key, group]) => rowOf(key, group, asked)).sort(orders[asked.by]),
  };
}

function newGroup(): Group {
  return {
    all: createMoodCounter(),
    early: createMoodCounter(),
    late: createMoodCounter(),
    reviews: createMoodCounter(),
  };
}

function createKeys({ by, timeZone }: MoodsAsked): (heard: HeardMood) => string | null {
  switch (by) {
    case 'flow':
      return ({ flow }) => flow;
    case 'product':
      return ({ product }) => product;
    case 'day':
      return ({ at }) => dayAt(timeZone, at);
  }
}

/** Fewer messages in a half of the span say nothing of where it is going. */
const enough = 5;

function rowOf(key: string | null, { all, early, late, reviews }: Group, { by }: MoodsAsked): MoodRow {
  const [before, after] = [early.sum(), late.sum()];
  const isTold = by !== 'day' && before !== null && after !== null && before.n >= enough && after.n >= enough;
  return { key, messages: all.sum(), trend: isTold ? after.mean - before.mean : null, reviews: reviews.sum() };
}

type Order = (one: MoodRow, other: MoodRow) => number;

const byTrouble: Order = (one, other) => trouble(other) - trouble(one) || byKey(one, other);
const byKey: Order = (one, other) => ((one.key ?? '') < (other.key ?? '') ? -1 : 1);

/** Where most messages and reviews sounded bad comes first. */
const orders: Readonly<Record<MoodGroup, Order>> = { flow: byTrouble, product: byTrouble, day: byKey };

function trouble({ messages, reviews }: MoodRow): number {
  return (messages ? messages.n * messages.bad : 0) + (reviews ? reviews.n * reviews.bad : 0);
}
