import { readConstraints } from '../understanding/constraints.ts';
import { currencyExponent } from './currency.ts';
import type { ProductQuery } from './product-index.ts';

/** A shopper's words as a query: prices, sorting and stock taken out of the text and asked for as such. */
export function searchWish(text: string, currency: string): Required<Pick<ProductQuery, 'text' | 'filter' | 'sort'>> {
  const { text: rest, filter, sort } = readConstraints(text, { exponent: currencyExponent(currency) });
  return { text: rest, filter, sort: sort ?? 'relevance' };
}
