import type { Product } from './product.ts';
import type { Facets, ProductFilter } from './product-index.ts';

/** A value of a facet, as shown to people. */
interface FacetValue {
  readonly facet: string;
  readonly value: string;
}

/** Search servers keep a facet value as a database key; Meilisearch's are 468 bytes at most. */
const longestKey = 400;

/**
 * Facet and value as one string. One list of such strings serves any attribute or option name a shop invents, so that
 * no name has to be declared to a search server, and none can break a filter.
 */
function facetEntry({ facet, value }: FacetValue): string {
  const name = facet.replace(/[%=]/g, encodeURIComponent);
  return shorten(`${name}=${value.trim()}`);
}

function readFacetEntry(entry: string): FacetValue {
  const at = entry.indexOf('=');
  const facet = entry.slice(0, at).replace(/%25|%3D/g, decodeURIComponent);
  return { facet, value: entry.slice(at + 1) };
}

/** Entries that compare equal have the same key: case and compatibility forms do not count. */
export function facetKey(entry: string): string {
  return entry.normalize('NFKD').toLowerCase();
}

function shorten(entry: string): string {
  let short = entry;
  while (Buffer.byteLength(facetKey(short)) > longestKey) short = short.slice(0, Math.floor(short.length * 0.8));
  // The cut may go through a character, and half of one is refused by servers.
  return short.toWellFormed();
}

/** Every facet entry of a product, each once. */
export function facetEntries(product: Product): readonly string[] {
  const entries = new Map<string, string>();
  for (const value of facetValues(product)) {
    const entry = facetEntry(value);
    const key = facetKey(entry);
    if (!entries.has(key)) entries.set(key, entry);
  }
  return [...entries.values()];
}

function* facetValues(product: Product): Generator<FacetValue> {
  if (product.brand !== null) yield { facet: 'brand', value: product.brand };
  for (const value of product.category) yield { facet: 'category', value };
  for (const value of product.tags) yield { facet: 'tags', value };
  yield* named('attributes', product.attributes);
  for (const variant of product.variants) yield* named('options', variant.options);
}

function* named(family: string, values: Readonly<Record<string, string>>): Generator<FacetValue> {
  for (const [name, value] of Object.entries(values)) yield { facet: `${family}.${name}`, value };
}

/** The facet entries that hold for all of a product: those of an option are there when every variant has them. */
export function certainEntries(product: Product): readonly string[] {
  const { variants } = product;
  const [first] = variants;
  const options = Object.entries(first.options).filter(([name, value]) =>
    variants.every((variant) => variant.options[name] === value),
  );
  return facetEntries({ ...product, variants: [{ ...first, options: Object.fromEntries(options) }] });
}

/** The facet entries a filter rules out. */
export function excludedEntries({ not = {} }: ProductFilter): readonly string[] {
  return facetConditions(not).flat();
}

/** The facet entries a filter asks for: one list a condition, of which one entry must be met. */
export function filterEntries(filter: ProductFilter): readonly (readonly string[])[] {
  return facetConditions(filter);
}

function facetConditions(
  filter: Pick<ProductFilter, 'brand' | 'category' | 'tags' | 'attributes' | 'options'>,
): readonly (readonly string[])[] {
  return [
    ...entriesOf('brand', filter.brand),
    ...entriesOf('category', filter.category),
    ...entriesOf('tags', filter.tags),
    ...namedEntries('attributes', filter.attributes),
    ...namedEntries('options', filter.options),
  ];
}

function namedEntries(family: string, values: Readonly<Record<string, readonly string[]>> = {}) {
  return Object.entries(values).flatMap(([name, wanted]) => entriesOf(`${family}.${name}`, wanted));
}

function entriesOf(facet: string, values: readonly string[] | undefined): readonly (readonly string[])[] {
  return values === undefined ? [] : [values.map((value) => facetEntry({ facet, value }))];
}

/** Lowest price of a product's variants, in minor units: what products are sorted by. */
export function lowestPrice(product: Product): number {
  return Math.min(...product.variants.map((variant) => variant.price.amount));
}

export function isInStock(product: Product): boolean {
  return product.variants.some((variant) => variant.stock === null || variant.stock > 0);
}

/** Counted entries → facets; a name written in several ways is one facet. */
export function groupFacetCounts(counts: Iterable<readonly [entry: string, count: number]>): Facets {
  const facets = new Map<string, { readonly name: string; readonly values: (readonly [string, number])[] }>();
  for (const [entry, count] of counts) {
    const { facet, value } = readFacetEntry(entry);
    const key = facetKey(facet);
    const found = facets.get(key) ?? { name: facet, values: [] };
    found.values.push([value, count]);
    facets.set(key, found);
  }
  return Object.fromEntries([...facets.values()].map(({ name, values }) => [name, Object.fromEntries(values)]));
}
