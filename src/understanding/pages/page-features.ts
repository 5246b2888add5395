import type { IndexedPassage, PageIndex } from './page-index.ts';
import type { QuestionForm } from './question-form.ts';

/** A question as one language reads it. */
export interface AskedTerms {
  readonly terms: readonly string[];
  /** Share of its words that the language or its pages know. */
  readonly known: number;
  readonly form: QuestionForm;
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
  readonly wishes: number;
  readonly own: number;
  readonly known: number;
  /** No question, but the passage's heading or its page's title word for word. */
  readonly named: number;
}

export const featureNames: readonly (keyof PageFeatures)[] = [
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
];

export function featuresOf(asked: AskedTerms, passage: IndexedPassage, index: PageIndex): PageFeatures {
  const { form, known } = asked;
  const terms = [...new Set(asked.terms)];
  const inHead = share(terms, index, (term) => (passage.head.has(term) ? 1 : 0));
  const likeness = [passage.heading, ...passage.questions].map((question) => cosine(terms, question, index));
  const isBare = !form.asks && !form.asksWhether && !form.wishes;
  return {
    covered: share(terms.filter(index.has), index, (term) => passage.weights.get(term) ?? 0),
    strange: share(terms, index, (term) => (index.has(term) ? 0 : 1)),
    inHead,
    asLike: Math.max(0, ...likeness),
    asks: Number(form.asks),
    asksWhether: Number(form.asksWhether),
    wishes: Number(form.wishes),
    own: Number(form.own),
    known,
    named: Number(isBare && inHead === 1),
  };
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
