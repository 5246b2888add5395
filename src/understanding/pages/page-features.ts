import type { IndexedPassage } from './index-passage.ts';
import type { Wanted } from './matters/read-matters.ts';
import { lengthOf, type PageIndex } from './page-index.ts';
import type { QuestionForm } from './question-form.ts';

/** A question as one language reads it. */
export interface AskedTerms {
  readonly terms: readonly string[];
  /** Share of its words that the language or its pages know. */
  readonly known: number;
  readonly form: QuestionForm;
  /** What it asks of what shoppers ask any shop, and the terms that tell it. */
  readonly matters: readonly string[];
  readonly wants: readonly Wanted[];
  readonly told: ReadonlySet<string>;
  /** Share of its words, without those that tell nothing, by which the matter is told. */
  readonly toldShare: number;
}

/** What speaks for and against a passage; each 0 to 1. */
export interface PageFeatures {
  /** How much of what the question is about, by rarity, the passage is about. */
  readonly covered: number;
  /** Share of what it is about that no page has. */
  readonly strange: number;
  /** How much of it stands in title and heading. */
  readonly inHead: number;
  /** Likeness to the nearest of the ways to ask that the merchant wrote, and to the heading. */
  readonly asLike: number;
  readonly asks: number;
  readonly asksWhether: number;
  /** It ends in a question mark, and has no other form of a question. */
  readonly marked: number;
  readonly wishes: number;
  readonly own: number;
  readonly known: number;
  /** No question, but the passage's heading or its page's title word for word. */
  readonly named: number;
  /** How much of the matter that is asked the passage tells, beside the passage that tells most of it. */
  readonly matter: number;
  /** It is the only one that is there for it, and only one matter can be meant. */
  readonly onlyMatter: number;
  /** How much of the question the matter is, by its words. */
  readonly told: number;
  /** It tells to do something with one's own order, and asks nothing. */
  readonly ownTold: number;
  /** Of what has the form of no question, how much is beside the matter. */
  readonly bareRest: number;
  /** Share of what it wants to be told, an amount, a time or a place, that the passage has. */
  readonly tells: number;
  /** Share of it that the passage has not. */
  readonly tellsNot: number;
}

/** What is left to go by where it is no matter that is known. */
export const wordFeatureNames: readonly (keyof PageFeatures)[] = [
  'covered',
  'strange',
  'inHead',
  'asLike',
  'asks',
  'asksWhether',
  'wishes',
  'own',
  'known',
  'named',
  'marked',
];

export const featureNames: readonly (keyof PageFeatures)[] = [
  ...wordFeatureNames,
  'matter',
  'onlyMatter',
  'told',
  'ownTold',
  'bareRest',
  'tells',
  'tellsNot',
];

/** Reads a question once, and then of each passage what speaks for and against it. */
export function featureReader(
  asked: AskedTerms,
  index: PageIndex,
): (at: number, passage: IndexedPassage) => PageFeatures {
  const { asks, asksWhether, isMarked, wishes, own } = asked.form;
  const isQuestion = asks || asksWhether;
  const likenessOf = wordReader(asked, index);
  const matterOf = matterReader(asked, index);
  return (at, passage) => {
    const words = likenessOf(at, passage);
    const matter = matterOf(passage);
    const told = asked.wants.filter((each) => passage.tells.includes(each)).length;
    const wants = Math.max(1, asked.wants.length);
    return {
      covered: words.covered,
      strange: words.strange,
      inHead: words.inHead,
      asLike: words.asLike,
      asks: Number(asks),
      asksWhether: Number(asksWhether),
      marked: Number(isMarked && !isQuestion),
      wishes: Number(wishes),
      own: Number(own),
      known: asked.known,
      named: Number(!isQuestion && !isMarked && !wishes && words.inHead === 1),
      matter: matter.relative,
      onlyMatter: matter.only,
      told: matter.relative * asked.toldShare,
      ownTold: Number(own && !isQuestion && !isMarked),
      bareRest: isQuestion ? 0 : 1 - matter.relative * asked.toldShare,
      tells: told / wants,
      tellsNot: (asked.wants.length - told) / wants,
    };
  };
}

type WordFeatures = Pick<PageFeatures, 'covered' | 'strange' | 'inHead' | 'asLike'>;

function wordReader(asked: AskedTerms, index: PageIndex): (at: number, passage: IndexedPassage) => WordFeatures {
  const terms = [...new Set(asked.terms)].map((term) => ({ term, rarity: index.rarity(term) }));
  const known = terms.filter(({ term }) => index.having.has(term));
  const all = sumOf(terms);
  const allKnown = sumOf(known);
  const strange = share(sumOf(terms.filter(({ term }) => !index.having.has(term) && !asked.told.has(term))), all);
  const length = lengthOf(terms.map(({ rarity }) => rarity));
  return (at, { weights, head, phrases }) => {
    const lengths = index.lengths[at] ?? [];
    let [covered, inHead, asLike] = [0, 0, 0];
    for (const { term, rarity } of known) {
      covered += rarity * (weights.get(term) ?? 0);
      if (head.has(term)) inHead += rarity;
    }
    for (const [place, phrase] of phrases.entries()) {
      let shared = 0;
      for (const { term, rarity } of known) if (phrase.has(term)) shared += rarity ** 2;
      if (shared > 0) asLike = Math.max(asLike, shared / (length * (lengths[place] ?? 1)));
    }
    return { covered: share(covered, allKnown), strange, inHead: share(inHead, all), asLike };
  };
}

/** A title's is the least that is there to tell a matter; a text only touches it. */
const leastNamed = 0.7;

/** It asks what shoppers ask any shop, and a heading, a title or a merchant's question says so too. */
export function isNamedMatter({ matters }: AskedTerms, index: PageIndex): boolean {
  return mostOf(matters, index) >= leastNamed;
}

function matterReader({ matters }: AskedTerms, index: PageIndex) {
  const most = mostOf(matters, index);
  const isSingle = matters.length === 1 && matters.every((each) => index.mostOf(each).passages === 1);
  return (passage: IndexedPassage) => {
    const relative = share(Math.max(0, ...matters.map((each) => passage.matters.get(each) ?? 0)), most);
    return { relative, only: Number(isSingle && relative === 1) };
  };
}

function mostOf(matters: readonly string[], index: PageIndex): number {
  return Math.max(0, ...matters.map((each) => index.mostOf(each).strength));
}

function sumOf(terms: readonly { readonly rarity: number }[]): number {
  return terms.reduce((sum, { rarity }) => sum + rarity, 0);
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}
