import type { Wanted } from './matters/read-matters.ts';
import type { IndexedPassage, PageIndex } from './page-index.ts';
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
  /** Passages touch the matter, and none has it in its heading or questions. */
  readonly touched: number;
  /** Another passage is rather. */
  readonly otherMatter: number;
  /** No passage is. */
  readonly noMatter: number;
  /** It is none of the matters that are asked of any shop: the words alone have to do, and weigh otherwise. */
  readonly plain: number;
  readonly plainCovered: number;
  readonly plainStrange: number;
  readonly plainInHead: number;
  readonly plainLike: number;
  /** It tells to do something with one's own order, and asks nothing. */
  readonly ownTold: number;
  /** Of what has the form of no question, how much is beside the matter. */
  readonly bareRest: number;
  /** Share of what it wants to be told, an amount, a time or a place, that the passage has. */
  readonly tells: number;
  /** Share of it that the passage has not. */
  readonly tellsNot: number;
}

export const featureNames: readonly (keyof PageFeatures)[] = [
  'covered',
  'strange',
  'inHead',
  'asLike',
  'asks',
  'asksWhether',
  'marked',
  'wishes',
  'own',
  'known',
  'named',
  'matter',
  'onlyMatter',
  'told',
  'touched',
  'otherMatter',
  'noMatter',
  'plain',
  'plainCovered',
  'plainStrange',
  'plainInHead',
  'plainLike',
  'ownTold',
  'bareRest',
  'tells',
  'tellsNot',
];

export function featuresOf(asked: AskedTerms, passage: IndexedPassage, index: PageIndex): PageFeatures {
  const { asks, asksWhether, isMarked, wishes, own } = asked.form;
  const isBare = Number(!asks && !asksWhether && !isMarked && !wishes);
  const words = wordFeatures(asked, passage, index);
  const matters = matterFeatures(asked, passage, index);
  const plain = Number(asked.matters.length === 0);
  return {
    ...words,
    ...matters,
    asks: Number(asks),
    asksWhether: Number(asksWhether),
    marked: Number(isMarked && !asks && !asksWhether),
    wishes: Number(wishes),
    own: Number(own),
    known: asked.known,
    named: Number(isBare === 1 && words.inHead === 1),
    ownTold: Number(own && !asks && !asksWhether && !isMarked),
    bareRest: Number(!asks && !asksWhether) * (1 - matters.told),
    plain,
    plainCovered: plain * words.covered,
    plainStrange: plain * words.strange,
    plainInHead: plain * words.inHead,
    plainLike: plain * words.asLike,
    ...toldFeatures(asked.wants, passage.tells),
  };
}

function wordFeatures(asked: AskedTerms, passage: IndexedPassage, index: PageIndex) {
  const terms = [...new Set(asked.terms)];
  const likeness = [passage.heading, ...passage.questions].map((question) => cosine(terms, question, index));
  return {
    covered: share(terms.filter(index.has), index, (term) => passage.weights.get(term) ?? 0),
    strange: share(terms, index, (term) => (index.has(term) || asked.told.has(term) ? 0 : 1)),
    inHead: share(terms, index, (term) => (passage.head.has(term) ? 1 : 0)),
    asLike: Math.max(0, ...likeness),
  };
}

/** A title's is the least that is there to tell a matter; a text only touches it. */
const leastNamed = 0.7;

function matterFeatures({ matters, toldShare }: AskedTerms, passage: IndexedPassage, index: PageIndex) {
  const most = greatest(matters, index.mostOf);
  const isNamed = most >= leastNamed;
  const relative = most === 0 ? 0 : greatest(matters, (each) => passage.matters.get(each) ?? 0) / most;
  const [first = ''] = matters;
  return {
    matter: isNamed ? relative : 0,
    onlyMatter: Number(isNamed && relative === 1 && matters.length === 1 && index.passagesOf(first) === 1),
    told: relative * toldShare,
    touched: isNamed ? 0 : relative,
    otherMatter: isNamed ? 1 - relative : 0,
    noMatter: matters.length > 0 && most === 0 ? toldShare : 0,
  };
}

function toldFeatures(wants: readonly Wanted[], tells: readonly Wanted[]) {
  const told = wants.filter((each) => tells.includes(each)).length;
  const all = Math.max(1, wants.length);
  return { tells: told / all, tellsNot: (wants.length - told) / all };
}

function share(terms: readonly string[], { rarity }: PageIndex, has: (term: string) => number): number {
  let [all, covered] = [0, 0];
  for (const term of terms) {
    all += rarity(term);
    covered += rarity(term) * has(term);
  }
  return all === 0 ? 0 : covered / all;
}

function cosine(terms: readonly string[], other: ReadonlySet<string>, { rarity }: PageIndex): number {
  const squares = (all: Iterable<string>): number => [...all].reduce((sum, term) => sum + rarity(term) ** 2, 0);
  const shared = squares(terms.filter((term) => other.has(term)));
  return shared === 0 ? 0 : shared / Math.sqrt(squares(terms) * squares(other));
}

function greatest(all: readonly string[], of: (each: string) => number): number {
  return Math.max(0, ...all.map(of));
}
