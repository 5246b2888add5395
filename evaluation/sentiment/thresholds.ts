import { macroF1 } from './f1.ts';
import type { Label } from './rated.ts';

/** From where on a rating is bad, and good. */
export interface Thresholds {
  readonly bad: number;
  readonly good: number;
}

export interface Scored {
  readonly label: Label;
  readonly rating: number;
}

export function labelAt(rating: number, { bad, good }: Thresholds): Label {
  if (rating >= good) return 'positive';
  return rating <= bad ? 'negative' : 'neutral';
}

const steps = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / 0.05) + 1 }, (_, at) => from + at * 0.05);

/** Those that give the best macro-F1, to a twentieth. */
export function bestThresholds(scored: readonly Scored[]): Thresholds {
  let best = { f1: -1, at: { bad: -0.5, good: 0.5 } };
  for (const bad of steps(-1, 0.2)) {
    for (const good of steps(bad + 0.1, 1)) {
      const f1 = macroF1(scored.map(({ label, rating }) => ({ label, said: labelAt(rating, { bad, good }) })));
      if (f1 > best.f1) best = { f1, at: { bad, good } };
    }
  }
  return best.at;
}
