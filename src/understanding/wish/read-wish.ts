import { longestWish, takeConstraints, tidy } from '../constraints.ts';
import { colourNamed } from './colours.ts';
import { type Draft, draftOf, take, withCondition, wordsLeft } from './draft.ts';
import type { FacetHit } from './facet-reading.ts';
import { readExclusions } from './read-exclusions.ts';
import { facetAt } from './read-facets.ts';
import { readQuantity } from './read-quantity.ts';
import { stripFillers } from './strip-fillers.ts';
import type { Wish, WishOptions } from './wish.ts';
import type { WishWord } from './wish-word.ts';

/**
 * Takes a shopper's words apart: prices, sorting and stock, what is not wanted, how many, and what the catalogue's own facets
 * name plainly. What is in doubt stays in the text; so does everything of a text over 500 characters. Total and pure.
 */
export function readWish(text: string, options: WishOptions): Wish {
  return wishOf(pricedDraft(text, options), options);
}

/** As `readWish`, of a text whose prices have been read: they are the same for every catalogue. */
export function wishOf(priced: Draft, options: WishOptions): Wish {
  const { written } = priced;
  if (written.length > longestWish) return { text: written.trim(), filter: {}, sort: null, quantity: null, heard: [] };
  const excluded = readExclusions(priced, options);
  const faceted = readFacets(excluded, options);
  const counted = readQuantity(faceted, options);
  const { left, filter, sort, quantity, heard } = stripFillers(counted, options.locale);
  const inOrder = heard.toSorted((one, other) => one.at - other.at).map(({ at: _at, ...said }) => said);
  return {
    text: /[\p{L}\p{N}]/u.test(left) ? tidy(left).replace(/[\s?!.,;؟]+$/u, '') : '',
    filter,
    sort,
    quantity,
    heard: inOrder,
  };
}

/** A text with its prices, sorting and stock words taken out. */
export function pricedDraft(text: string, options: Pick<WishOptions, 'exponent'>): Draft {
  const draft = draftOf(text);
  const { left, filter, sort, taken } = takeConstraints(text, options);
  const heard = taken.map(({ start, end, means }) => ({
    words: draft.written.slice(start, end).trim(),
    at: start,
    means,
    facet: null,
    values: [],
  }));
  return { ...draft, left, filter, sort, heard };
}

function readFacets(draft: Draft, options: WishOptions): Draft {
  let read = draft;
  const words = wordsLeft(draft);
  for (let at = 0; at < words.length; at += 1) {
    const reading = { words, text: draft.left, vocabulary: options.vocabulary, plain: false };
    const hit = facetAt(reading, at);
    if (hit === null || isBesideAnd(words, hit)) continue;
    read = withFacet(read, hit, words);
    at = hit.to - 1;
  }
  return read;
}

/** "black and white" is one pattern, not two wishes. */
function isBesideAnd(words: readonly WishWord[], { from, to }: FacetHit): boolean {
  if (to - from !== 1 || !isColour(words[from])) return false;
  return (joins(words[to]) && isColour(words[to + 1])) || (joins(words[from - 1]) && isColour(words[from - 2]));
}

function joins(word: WishWord | undefined): boolean {
  return /^(?:and|und|y|e|n|و)$/u.test(word?.text ?? '');
}

function isColour(word: WishWord | undefined): boolean {
  return word !== undefined && colourNamed(word.text) !== null;
}

/** Alternatives ("red or blue") take the word between them along. */
function withFacet(draft: Draft, { facet, values, from, to }: FacetHit, words: readonly WishWord[]): Draft {
  const or = words[from - 1];
  const isSecond = draft.heard.some((one) => one.facet === facet && one.means === 'is');
  const first = isSecond && or !== undefined && /^(?:or|oder|o|ou|او|या)$/u.test(or.text) ? or : words[from];
  const span = { start: first?.start ?? 0, end: words[to - 1]?.end ?? 0 };
  return {
    ...take(draft, span, { means: 'is', facet, values }),
    filter: withCondition(draft.filter, facet, values),
  };
}
