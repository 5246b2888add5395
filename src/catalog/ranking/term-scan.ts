import { boundary, type RankCard } from './rank-text.ts';
import type { RankWeights } from './rank-weights.ts';

/** Letters that such a text usually has. */
const usual = { title: 70, brand: 8, kind: 10, facts: 80, about: 120 } as const;

const space = 32;
const divider = boundary.charCodeAt(0);

/**
 * A term as it is looked for: with the space behind it. The one before it is looked at when the rest is found; every word begins with a space,
 * so a search for that would stop at each.
 */
export function needleOf(term: string): string {
  return `${term} `;
}

/** Where a needle stands as a whole word, from a place on; -1 where it does not. */
export function placeOf(needle: string, text: string, from: number): number {
  let at = text.indexOf(needle, from);
  while (at >= 0 && text.charCodeAt(at - 1) !== space) at = text.indexOf(needle, at + needle.length);
  return at;
}

/** How a term names a product: not at all; in its title or kind; as what it is, by its kind or by the end of a part of its title. */
export const naming = { no: 0, named: 1, isThing: 2 } as const;

export interface TermScan {
  /** How well a card has a term, 0 to 1. BM25F: what is found in all the texts is added up before it is made to level off. */
  strengthIn(card: RankCard, needle: string): number;
  /** One of `naming`, of what was looked for last: a search asks thousands of times, so nothing is made anew to answer it. */
  naming(): number;
}

export function createTermScan(weights: RankWeights): TermScan {
  const worth = (weight: number, length: number, usualLength: number) =>
    weight / (1 - weights.length + (weights.length * length) / usualLength);
  let name: number = naming.no;

  function worthAt(at: number, { titleEnd, brandEnd, kindEnd, factsEnd, aboutEnd }: RankCard): number {
    if (at < titleEnd) return worth(weights.title, titleEnd, usual.title);
    if (at < brandEnd) return worth(weights.brand, brandEnd - titleEnd - 1, usual.brand);
    if (at < kindEnd) return worth(weights.kind, kindEnd - brandEnd - 1, usual.kind);
    if (at < factsEnd) return worth(weights.facts, factsEnd - kindEnd - 1, usual.facts);
    return worth(weights.about, aboutEnd - factsEnd - 1, usual.about);
  }

  return {
    naming: () => name,
    strengthIn(card, needle) {
      name = naming.no;
      const { text } = card;
      let sum = 0;
      for (let at = placeOf(needle, text, 0); at >= 0; at = placeOf(needle, text, at + needle.length)) {
        sum += worthAt(at, card);
        if (name !== naming.isThing) name = Math.max(name, namingAt(at, at + needle.length, card));
      }
      return sum / (weights.saturation + sum);
    },
  };
}

function namingAt(at: number, behind: number, { text, titleEnd, brandEnd, kindEnd }: RankCard): number {
  if (at > brandEnd) return at < kindEnd ? naming.isThing : naming.no;
  if (at >= titleEnd) return naming.no;
  return behind === titleEnd || text.charCodeAt(behind) === divider ? naming.isThing : naming.named;
}
