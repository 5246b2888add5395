import type { ProductFilter } from '../product-index.ts';
import type { ToTerms } from './terms.ts';

/** The terms of each text that must not occur. */
export function excludedTerms({ not }: ProductFilter, toTerms: ToTerms): readonly (readonly string[])[] {
  return (not?.words ?? []).map((text) => [...new Set(toTerms(text))]).filter((terms) => terms.length > 0);
}
