import { colourNamed } from './colours.ts';
import { type Conditions, type Draft, take, withCondition, wordsLeft } from './draft.ts';
import { materialNamed } from './materials.ts';
import { valueNamedAt } from './read-facets.ts';
import type { WishOptions } from './wish.ts';
import { foldPhrase, type WishWord } from './wish-word.ts';

const phrases = (list: string): ReadonlySet<string> => new Set(list.split('|').map(foldPhrase));

/** Whatever follows is not wanted. */
const strong = phrases(
  'without|without any|with no|w o|except|except for|excluding|anything but|everything but|all but|other than|apart from|free of|but no|but not|and no|and not|dont want|do not want|' +
    'ohne|ausser|alles ausser|aber kein|aber keine|sin|que no sea|que no sean|que no tenga|que no tengan|excepto|salvo|nada de|todo menos|cualquiera menos|' +
    'sem|que nao seja|que nao sejam|exceto|tudo menos|بدون|من غير|ما عدا|باستثناء|बिना|bina',
);
/** Said as often without excluding anything ("no show socks", "not sure"): only a known colour, material or facet value counts. */
const weak = phrases('not|no|non|nicht|kein|keine|keinen|keiner|nicht aus|no de|nao|nem|ليس|ليست|مش');
const skipped = phrases(
  'a|an|the|any|of|in|made|from|colour|color|coloured|with|it|being|ein|eine|einen|aus|un|una|de|el|la|um|uma|em|die|der|das',
);
const connecting = phrases('or|nor|and|oder|und|o|u|y|ni|e|ou|nem|او|و|या|और');
const separating = phrases('or|nor|oder|o|ni|ou|nem|او|या');
/** Where the thing that is not wanted ends. */
const ending = phrases(
  'and|or|nor|but|for|with|under|over|in|that|which|please|pls|i|if|at|on|to|from|und|oder|fur|mit|unter|aber|bitte|y|o|para|con|por|pero|e|ou|com|mas|के|ke|من',
);
/** Before what is not wanted, and a part of it: "without added sugar". */
const describing = phrases('added|artificial|extra|visible|front|back|zusatz|anadido|añadidos');
const mostNegatorWords = 3;
/** Most words of a message begin none. */
const beginnings = new Set([...strong, ...weak].map((phrase) => phrase.split(' ', 1)[0] ?? ''));

interface Unwanted {
  readonly from: number;
  readonly to: number;
  readonly facet: string;
  readonly values: readonly string[];
}

/** "not leather", "without sugar", "anything but black or brown" → `filter.not`. */
export function readExclusions(draft: Draft, options: WishOptions): Draft {
  const words = wordsLeft(draft);
  for (let at = 0; at < words.length; at += 1) {
    const negator = negatorAt(words, at);
    if (negator === null) continue;
    const found = unwantedFrom(draft, { words, at: at + negator.count, strong: negator.strong, options });
    const end = found.at(-1)?.to;
    if (end === undefined) continue;
    return readExclusions(exclude(draft, { words, at, end, found }), options);
  }
  return draft;
}

function negatorAt(
  words: readonly WishWord[],
  at: number,
): { readonly count: number; readonly strong: boolean } | null {
  if (!beginnings.has(words[at]?.text ?? '')) return null;
  for (let count = mostNegatorWords; count >= 1; count -= 1) {
    const said = words.slice(at, at + count);
    if (said.length < count) continue;
    const phrase = said.map((word) => word.text).join(' ');
    if (strong.has(phrase)) return { count, strong: true };
    if (weak.has(phrase)) return { count, strong: phrase === 'no' && words[at]?.opens === true && at > 0 };
  }
  return null;
}

interface Search {
  readonly words: readonly WishWord[];
  readonly at: number;
  readonly strong: boolean;
  readonly options: WishOptions;
}

/** One thing that is not wanted, and those joined to it: "leather or suede". */
function unwantedFrom(draft: Draft, search: Search): readonly Unwanted[] {
  const found: Unwanted[] = [];
  let at = search.at;
  while (at < search.words.length) {
    const isFirst = found.length === 0;
    const thing = unwantedAt(draft, {
      ...search,
      at,
      strong: search.strong && (isFirst || isSeparated(search.words, at)),
    });
    if (thing === null) break;
    found.push(thing);
    if (!connecting.has(search.words[thing.to]?.text ?? '')) break;
    at = thing.to + 1;
  }
  return found;
}

function isSeparated(words: readonly WishWord[], at: number): boolean {
  return separating.has(words[at - 1]?.text ?? '');
}

function unwantedAt(draft: Draft, search: Search): Unwanted | null {
  const { words } = search;
  let at = search.at;
  while (skipped.has(words[at]?.text ?? '')) at += 1;
  const word = words[at];
  if (word === undefined) return null;
  const hit = valueNamedAt({ words, text: draft.left, vocabulary: search.options.vocabulary, plain: true }, at);
  if (hit !== null) return { ...hit, from: at };
  const known = colourNamed(word.text) ?? materialNamed(word.text);
  if (known === null && (!search.strong || ending.has(word.text))) return null;
  const to = describing.has(word.text) && !ending.has(words[at + 1]?.text ?? 'and') ? at + 2 : at + 1;
  const written = draft.left.slice(word.start, words[to - 1]?.end ?? word.end);
  return { from: at, to, facet: 'words', values: [...new Set([written, known ?? written])] };
}

interface Exclusion {
  readonly words: readonly WishWord[];
  readonly at: number;
  readonly end: number;
  readonly found: readonly Unwanted[];
}

function exclude(draft: Draft, { words, at, end, found }: Exclusion): Draft {
  const span = { start: words[at]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
  const first = found[0];
  const said = {
    means: 'is-not',
    facet: first?.facet ?? 'words',
    values: found.flatMap(({ values }) => values),
  } as const;
  let not: Not = draft.filter.not ?? {};
  for (const thing of found) not = without(not, draft, thing, words);
  return { ...take(draft, span, said), filter: { ...draft.filter, not } };
}

type Not = NonNullable<Draft['filter']['not']>;

/**
 * A colour or material that a facet knows may stand in a title alone, so the words count as well. Not where there is a choice of colours: what comes
 * in black and in red says both.
 */
function without(not: Not, draft: Draft, thing: Unwanted, words: readonly WishWord[]): Not {
  if (thing.facet === 'words') return withWords(not, thing.values);
  const written = draft.written.slice(words[thing.from]?.start ?? 0, words[thing.to - 1]?.end ?? 0);
  const conditions: Conditions = withCondition(not, thing.facet, thing.values);
  const word = foldPhrase(written);
  const isColour = !thing.facet.startsWith('options.') && colourNamed(word) !== null;
  const isSaidInTitles = thing.facet !== 'brand' && (isColour || materialNamed(word) !== null);
  return isSaidInTitles ? withWords({ ...not, ...conditions }, [written]) : { ...not, ...conditions };
}

function withWords(not: Not, values: readonly string[]): Not {
  return { ...not, words: [...new Set([...(not.words ?? []), ...values])] };
}
