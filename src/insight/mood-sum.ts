import { moodAt } from '../understanding/sentiment.ts';

/** How so many messages sounded; −1 to 1 each. */
export interface MoodSum {
  readonly n: number;
  readonly mean: number;
  /** Share that sounded bad, 0 to 1. */
  readonly bad: number;
}

/** Adds up scores without keeping them. */
export interface MoodCounter {
  add(score: number): void;
  /** `null` when nothing was added. */
  sum(): MoodSum | null;
}

export function createMoodCounter(): MoodCounter {
  let n = 0;
  let total = 0;
  let bad = 0;
  return {
    add: (score) => {
      n += 1;
      total += score;
      if (moodAt(score) === 'bad') bad += 1;
    },
    sum: () => (n === 0 ? null : { n, mean: total / n, bad: bad / n }),
  };
}
