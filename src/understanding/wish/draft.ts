import type { ProductFilter, ProductSort } from '../../catalog/product-index.ts';
import type { Heard } from './wish.ts';
import { type WishWord, wishWords } from './wish-word.ts';

/** A wish half read. What has been taken is blanked, so that all that is left stands where it was written. */
export interface Draft {
  readonly written: string;
  readonly left: string;
  readonly filter: ProductFilter;
  readonly sort: ProductSort | null;
  readonly quantity: number | null;
  readonly heard: readonly (Heard & { readonly at: number })[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function draftOf(written: string): Draft {
  return { written, left: written, filter: {}, sort: null, quantity: null, heard: [] };
}

export function wordsLeft({ left }: Draft): readonly WishWord[] {
  return wishWords(left);
}

export function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** Takes the words away and remembers what they meant. */
export function take(draft: Draft, span: Span, means: Omit<Heard, 'words'>): Draft {
  const words = draft.written.slice(span.start, span.end).trim();
  return {
    ...draft,
    left: blanked(draft.left, span),
    heard: [...draft.heard, { words, at: span.start, ...means }],
  };
}

type Family = 'attributes' | 'options';
export type Conditions = Pick<ProductFilter, 'brand' | 'category' | 'tags' | Family>;

const plain = ['brand', 'category', 'tags'] as const;

/** One more condition; several values of one facet are alternatives. */
export function withCondition<Filter extends Conditions>(
  filter: Filter,
  facet: string,
  values: readonly string[],
): Filter {
  const simple = plain.find((name) => name === facet);
  if (simple !== undefined) return { ...filter, [simple]: merged(filter[simple], values) };
  const family: Family = facet.startsWith('options.') ? 'options' : 'attributes';
  const name = facet.slice(family.length + 1);
  const known = filter[family] ?? {};
  return { ...filter, [family]: { ...known, [name]: merged(known[name], values) } };
}

function merged(known: readonly string[] = [], values: readonly string[]): readonly string[] {
  return [...new Set([...known, ...values])];
}
