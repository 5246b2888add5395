import type { Findings } from '../findings.ts';
import type { Problem } from './problem.ts';
import type { Sentence } from './sentences.ts';

/** What a sentence is judged by. */
export interface Ground {
  readonly findings: Findings;
  /** What the shopper wrote, folded. */
  readonly said: string;
  /** Brands that the catalogue knows. */
  readonly brands: readonly string[];
  /** Names that may always be said: the shop's own. */
  readonly names: readonly string[];
  /** What the model was told and nobody else is to read. */
  readonly secret: string;
  /** ISO 8601 days are told apart by it. */
  readonly timeZone: string;
}

export interface Claim extends Sentence {
  /** Products named in the sentence by handle or title, in order. */
  readonly products: readonly string[];
  /** The product that the text spoke of last before it; the only one found, where there is one. */
  readonly before: string | null;
  /** The text is in German, where every noun has a capital. */
  readonly german: boolean;
}

/** Whether the ground bears one kind of claim. Pure. */
export type Check = (claim: Claim, ground: Ground) => readonly Problem[];

/** The products that a sentence is about. */
export function subjects({ products, before }: Claim): readonly string[] {
  if (products.length > 0) return products;
  return before === null ? [] : [before];
}

export function claimsOf(sentences: readonly Sentence[], { products }: Findings): readonly Claim[] {
  const only = products.size === 1 ? ([...products.keys()][0] ?? null) : null;
  const german = isGerman(sentences);
  let last = only;
  return sentences.map((sentence) => {
    const named = sentence.facts.flatMap(({ fact }) => (isProductName(fact) ? [fact.owner ?? ''] : []));
    const claim = { ...sentence, products: [...new Set(named)], before: last, german };
    last = named.at(-1) ?? last;
    return claim;
  });
}

function isProductName({ kind, family }: { readonly kind: string; readonly family: string | null }): boolean {
  return kind === 'name' && family === 'product';
}

const germanWords =
  /(?<!\p{L})(?:der|die|das|und|ist|nicht|ein|eine|ich|wir|mit|für|auf|dir|sie|von|zu|den|dem|kann|haben|gibt|es|wie|guten|gute|hallo|danke|bitte|gerne)(?!\p{L})/giu;

function isGerman(sentences: readonly Sentence[]): boolean {
  const words = sentences.map((sentence) => sentence.words).join(' ');
  return (words.match(germanWords) ?? []).length >= (words.length < 40 ? 1 : 2);
}
