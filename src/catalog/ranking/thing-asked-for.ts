import type { Slot } from './query-plan.ts';
import { boundary, type RankCard } from './rank-text.ts';

/**
 * Which of the wishes names the thing itself: the one that most candidates are by kind or by the end of a part of their title ("shoes" of
 * "red shoes"); of equal ones the last. `null` where none of them is a thing. No order of words is assumed: "zapatos rojos" ends in a colour.
 */
export function thingAskedFor(slots: readonly Slot[], cards: readonly RankCard[]): number | null {
  let best: { readonly at: number; readonly count: number } | null = null;
  for (const [at, slot] of slots.entries()) {
    const names = slot.ways.flatMap(({ terms }) => terms.at(-1) ?? []).map((name) => ` ${name} `);
    const count = cards.filter((card) => names.some((name) => isNamed(name, card))).length;
    if (count > 0 && count >= (best?.count ?? 0)) best = { at, count };
  }
  return best?.at ?? null;
}

function isNamed(name: string, { title, kind }: RankCard): boolean {
  return kind.includes(name) || title.endsWith(name) || title.includes(`${name}${boundary}`);
}
