/** What decides between products that answer a query equally well. */
export interface Standing {
  readonly id: string;
  readonly inStock: boolean;
  /** As `Popularity` gives it. */
  readonly popularity: number;
}

interface Scored {
  readonly standing: Standing;
  readonly score: number;
  /** Which wishes of the query it meets: bit n for wish n. */
  readonly met: number;
}

/** A score moves by so much with a word more in a title; that makes nothing more relevant. */
const noise = 0.01;

/** What is there before what is sold out, then what is bought and liked more; the same order every time. */
export function byStanding(one: Standing, other: Standing): number {
  return byWorth(one, other) || byId(one, other);
}

function byWorth(one: Standing, other: Standing): number {
  return Number(other.inStock) - Number(one.inStock) || other.popularity - one.popularity;
}

function byId(one: Standing, other: Standing): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/**
 * Best first. Among those that meet the same wishes, and whose scores are within a hundredth of the best of them, their standing decides, and
 * then the score after all: nothing comes before what is more relevant by more than that.
 */
export function inOrder<One extends Scored>(scored: readonly One[]): readonly One[] {
  const sorted = scored.toSorted((one, other) => other.score - one.score || byId(one.standing, other.standing));
  const ordered: One[] = [];
  for (let at = 0; at < sorted.length; ) {
    const end = endOfEquals(sorted, at);
    const equals = sorted.slice(at, end);
    ordered.push(...(equals.length === 1 ? equals : equals.sort((a, b) => byWorth(a.standing, b.standing))));
    at = end;
  }
  return ordered;
}

function endOfEquals(sorted: readonly Scored[], from: number): number {
  const first = sorted[from];
  let to = from + 1;
  while (first !== undefined && isEqual(first, sorted[to])) to += 1;
  return to;
}

function isEqual(first: Scored, next: Scored | undefined): boolean {
  return next !== undefined && next.met === first.met && next.score >= first.score * (1 - noise);
}
