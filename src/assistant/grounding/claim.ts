import type { Synonyms } from '../../catalog/synonyms.ts';
import type { Findings } from '../findings.ts';
import type { Problem } from './problem.ts';
import type { PlacedFact, Sentence } from './sentences.ts';

/** What a sentence is judged by. */
export interface Ground {
  readonly findings: Findings;
  /** What the shopper wrote, folded. */
  readonly said: string;
  /** What else a word finds. */
  readonly synonyms?: Synonyms;
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
  /** By family: what of other lists the text named last before it. */
  readonly named: ReadonlyMap<string, string>;
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

const joins =
  /^\s?(?:,|and|und|y|e|or|oder|ou|o|&|\+|, and|as well as|sowie|और|و)\s?(?:the |der |die |das |la |el |a |o )?$/u;

/** Whether two names, told apart by nothing but these words, are spoken of together. */
export function areJoined(between: string): boolean {
  return joins.test(between);
}

/** Whom a word is told of: the names right before it, joined by an "and"; before all names, those that come first. */
export function subjectsAt(claim: Claim, at: number): readonly string[] {
  const names = claim.facts.filter(({ fact }) => isProductName(fact));
  if (names.length === 0) return subjects(claim);
  const groups: PlacedFact[][] = [];
  for (const name of names) {
    const last = groups.at(-1)?.at(-1);
    if (last && areJoined(claim.folded.slice(last.at + 1, name.at))) groups.at(-1)?.push(name);
    else groups.push([name]);
  }
  const group = groups.findLast(([first]) => (first?.at ?? 0) < at) ?? groups[0] ?? [];
  return [...new Set(group.map(({ fact }) => fact.owner ?? ''))];
}

export function claimsOf(sentences: readonly Sentence[], { products }: Findings): readonly Claim[] {
  const only = products.size === 1 ? ([...products.keys()][0] ?? null) : null;
  const german = isGerman(sentences);
  let last = only;
  let named: ReadonlyMap<string, string> = new Map();
  return sentences.map((sentence) => {
    const own = sentence.facts.flatMap(({ fact }) => (isProductName(fact) ? [fact.owner ?? ''] : []));
    const claim = { ...sentence, products: [...new Set(own)], before: last, named, german };
    last = own.at(-1) ?? last;
    const names = sentence.facts.filter(({ fact }) => fact.kind === 'name' && !isProductName(fact));
    named = new Map([...named, ...names.map(({ fact }) => [fact.family ?? '', fact.owner ?? ''] as const)]);
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
