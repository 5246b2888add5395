import type { Slot } from './query-plan.ts';
import type { RankCard } from './rank-text.ts';
import { isNamed, needleOf } from './term-scan.ts';

/**
 * Which of the wishes names the thing itself: the one that most candidates are by kind or by the end of a part of their title ("shoes" of
 * "red shoes"); of equal ones the last. `null` where none of them is a thing. No order of words is assumed: "zapatos rojos" ends in a colour.
 */
export function thingAskedFor(slots: readonly Slot[], cards: readonly RankCard[]): number | null {
  let best: { readonly at: number; readonly count: number } | null = null;
  for (const [at, slot] of slots.entries()) {
    const needles = slot.ways.flatMap(({ terms }) => terms.at(-1) ?? []).map(needleOf);
    const count = countNamed(needles, cards);
    if (count > 0 && count >= (best?.count ?? 0)) best = { at, count };
  }
  return best?.at ?? null;
}

function countNamed(needles: readonly string[], cards: readonly RankCard[]): number {
  let count = 0;
  for (const card of cards) if (needles.some((needle) => isNamed(needle, card))) count += 1;
  return count;
}
