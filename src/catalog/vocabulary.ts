import type { Facets } from './product-index.ts';

/** The words that this catalogue itself uses for brands, categories, tags, options (size, colour) and attributes: facets of all products. */
export type Vocabulary = Facets;
