import { createHash } from 'node:crypto';
import { certainEntries, facetEntries, isInStock, lowestPrice } from '../../../src/catalog/facets.ts';
import { type Popularity, unknownPopularity } from '../../../src/catalog/popularity.ts';
import type { Product } from '../../../src/catalog/product.ts';
import type { Ranker } from '../../../src/catalog/ranking/ranker.ts';
import { searchFieldText, tellingText } from '../../../src/catalog/search-fields.ts';
import type { SearchField, SearchSettings } from '../../../src/catalog/search-settings.ts';
import { foldText } from '../../../src/catalog/search-text.ts';

/** Names of a document's fields beside the searched ones. */
export const documentFields = {
  key: 'key',
  productId: 'productId',
  facets: 'facets',
  /** Facet entries that hold for all of a product. */
  certain: 'certain',
  /** Terms by which a product can be ruled out. */
  telling: 'telling',
  prices: 'prices',
  price: 'price',
  inStock: 'inStock',
  sortTitle: 'sortTitle',
  /** What the order of results goes by; given back with each product that is found. */
  rank: 'rank',
  place: 'place',
  popularity: 'popularity',
  /** How the document was written: `documentForm`. */
  form: 'form',
} as const;

/** Among equals: what there is before what is sold out, then what does better. */
export const standingRules: readonly string[] = [`${documentFields.inStock}:desc`, `${documentFields.popularity}:desc`];

/**
 * One line of NDJSON. Texts are kept as the terms that queries are made of: the server knows no plurals. Half a character (a text cut within
 * an emoji) is no Unicode: the server would refuse the whole batch for it.
 */
export function documentLine(product: Product, parts: DocumentParts): string {
  return JSON.stringify(documentOf(product, parts));
}

function documentOf(product: Product, { settings, ranker, popularity, form }: DocumentParts) {
  const texts = settings.fields.map(({ field }) => [field, fieldText(product, field, ranker)] as const);
  return {
    [documentFields.key]: documentKey(product.id),
    [documentFields.productId]: product.id.toWellFormed(),
    ...Object.fromEntries(texts.filter(([, text]) => text !== '')),
    [documentFields.facets]: facetEntries(product),
    [documentFields.certain]: certainEntries(product),
    [documentFields.telling]: [...new Set(ranker.toTerms(tellingText(product)))],
    [documentFields.prices]: product.variants.map((variant) => variant.price.amount),
    [documentFields.price]: lowestPrice(product),
    [documentFields.inStock]: isInStock(product),
    [documentFields.sortTitle]: foldText(product.title.toWellFormed()).slice(0, 100),
    [documentFields.rank]: ranker.text(product).toWellFormed(),
    [documentFields.place]: ranker.placeAmongEquals(product),
    [documentFields.popularity]: popularity(product.id),
    [documentFields.form]: form,
  };
}

export interface DocumentParts {
  readonly settings: SearchSettings;
  readonly ranker: Pick<Ranker, 'toTerms' | 'text' | 'placeAmongEquals'>;
  readonly popularity: Popularity;
  readonly form: string;
}

/**
 * Tells documents apart that were made of products in another way: it changes by itself with what a document has, and with how words
 * become terms. A server's index with documents of another form is filled again.
 */
export function documentForm(parts: Pick<DocumentParts, 'settings' | 'ranker'>): string {
  const written = documentLine(sample, { ...parts, popularity: unknownPopularity, form: '' });
  return createHash('sha256').update(written).digest('base64url').slice(0, 16);
}

/** A little of everything that a product can have. */
const sample: Product = {
  id: 'a sample/1',
  title: 'Señora’s Batteries & Glasses for the Boss: dv7s, 2 Boxes (with Dresses)',
  description: 'This black is of the best the boxes have. '.repeat(20),
  brand: 'Größe Brothers',
  category: ['Home > Things', 'Wine Glasses'],
  attributes: { Colour: 'Dark Blues', 'a=b%': 'one' },
  images: ['/one.jpg'],
  tags: ['New', 'Winter Sales'],
  variants: [
    { sku: 'S-1', options: { size: 'M' }, price: { amount: 1_000, currency: 'USD' }, stock: 0 },
    { sku: 'S-2', options: { size: 'L' }, price: { amount: 900, currency: 'USD' }, stock: null },
  ],
};

function fieldText(product: Product, field: SearchField, { toTerms }: DocumentParts['ranker']): string {
  return toTerms(searchFieldText(product, field)).join(' ').toWellFormed();
}

const plainId = /^[A-Za-z0-9-]{1,100}$/;

/** Meilisearch allows letters, digits, `-` and `_` in a key, 511 bytes at most; a product's id may be anything. */
export function documentKey(id: string): string {
  return plainId.test(id) ? id : `_${createHash('sha256').update(id).digest('base64url')}`;
}
