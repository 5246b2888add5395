import { readWish } from '../understanding/wish/read-wish.ts';
import type { Heard } from '../understanding/wish/wish.ts';
import type { Catalog, CatalogPage } from './catalog.ts';
import { currencyExponent } from './currency.ts';
import { lowestPrice } from './facets.ts';
import { type GivenUp, loosenings } from './loosen.ts';
import type { Product } from './product.ts';
import type { ProductFilter, ProductQuery, ProductSort } from './product-index.ts';
import { createToTerms } from './ranking/terms.ts';
import { searchSettings } from './search-settings.ts';
import { wordsGivenUp } from './words-given-up.ts';

export interface SoughtWish {
  /** In the shopper's own words. */
  readonly text: string;
  /** What must hold beside the words. */
  readonly within?: ProductFilter;
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
  readonly limit: number;
  readonly offset?: number;
}

export interface FoundByWish {
  readonly page: CatalogPage;
  /** What was looked for once prices, colours, sizes and the like were read out of it; empty when nothing else was said. */
  readonly text: string;
  readonly query: ProductQuery;
  /** Given up, because nothing fits all of the wish: conditions, and words that nothing here has. */
  readonly loosened: readonly GivenUp[];
}

/**
 * Finds products for a wish in a shopper's own words. Colours, sizes, brands and prices become conditions; where too little has them as
 * such, products whose texts have the words fill up the page; and where nothing fits, one condition after the other is given up. Nothing
 * fits as well where what is left only mentions the thing: a cushion for a sofa is no sofa under 100.
 */
export async function findByWish(catalog: Catalog, sought: SoughtWish): Promise<FoundByWish> {
  const { limit, offset = 0, within = {} } = sought;
  const vocabulary = await catalog.vocabulary();
  const options = { vocabulary, exponent: currencyExponent(sought.currency), locale: sought.locale };
  const { text, filter, sort, heard } = readWish(sought.text, options);
  const named = text === '' ? thingsIn(heard) : text;
  const said = text === '' ? valuesIn(heard) : text;
  const query = {
    text: said,
    filter: both(filter, within),
    sort: sort ?? ('relevance' as ProductSort),
    limit,
    offset,
  };
  const exact = sort === null || text === '' ? await catalog.search(query) : await sortedOfKind(catalog, query);
  const wordy = await fillUp(catalog, { query, exact, heard, within });
  const { page, loosened } =
    wordy.total > 0
      ? ((await thingElsewhere(catalog, query, wordy)) ?? { page: wordy, loosened: [] })
      : await searchLoosening(catalog, query);
  return { page, text: named, query, loosened: [...loosened, ...wordsGivenUp(said, page.words)] };
}

interface Loosened {
  readonly page: CatalogPage;
  readonly loosened: readonly GivenUp[];
}

/** Where nothing found is called what was asked for: the first condition without which half of it is. */
async function thingElsewhere(catalog: Catalog, query: ProductQuery, found: CatalogPage): Promise<Loosened | null> {
  if (found.words === null || found.words.named > 0) return null;
  const alone = loosenings(query.filter ?? {}).filter(({ given }) => given.length === 1);
  for (const { filter, given } of alone.filter(({ given: [one] }) => one?.name !== 'category')) {
    const page = await catalog.search({ ...query, filter });
    if (2 * (page.words?.named ?? 0) < Math.min(page.total, mostTelling)) continue;
    return { page: nearestPriceFirst(without(page, found), query.filter ?? {}), loosened: given };
  }
  return null;
}

function without({ products, total, words }: CatalogPage, others: CatalogPage): CatalogPage {
  const left = products.filter(({ id }) => others.products.every((other) => other.id !== id));
  return { products: left, total: total - (products.length - left.length), words };
}

/** What was picked since goes before what was written; of options and attributes each counts by its name. */
function both(wished: ProductFilter, within: ProductFilter): ProductFilter {
  const options = { ...wished.options, ...within.options };
  const attributes = { ...wished.attributes, ...within.attributes };
  return {
    ...wished,
    ...within,
    ...(Object.keys(options).length > 0 && { options }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}

/** Brands, categories and tags are what is looked for, when nothing else is said; a colour alone is how it should be. */
function thingsIn(heard: readonly Heard[]): string {
  return valuesIn(heard.filter(({ facet }) => facet === 'brand' || facet === 'category' || facet === 'tags'));
}

function valuesIn(heard: readonly Heard[]): string {
  return heard
    .filter(({ means }) => means === 'is')
    .map(({ words }) => words)
    .join(' ');
}

interface Filling {
  readonly query: ProductQuery & { readonly limit: number; readonly offset: number };
  readonly exact: CatalogPage;
  readonly heard: readonly Heard[];
  readonly within: ProductFilter;
}

/** Many a product is blue by its title alone: what has the words, but not as a facet, comes behind what has it. */
async function fillUp(catalog: Catalog, { query, exact, heard, within }: Filling): Promise<CatalogPage> {
  const words = heard.filter(({ means }) => means === 'is').map(({ words: own }) => own);
  if (words.length === 0 || exact.total >= query.limit || query.offset > 0 || query.sort !== 'relevance') return exact;
  const { priceFrom, priceTo, inStock, not } = query.filter ?? {};
  const plain = {
    ...(priceFrom !== undefined && { priceFrom }),
    ...(priceTo !== undefined && { priceTo }),
    ...(inStock !== undefined && { inStock }),
    ...(not !== undefined && { not }),
    ...within,
  };
  const alone = words.join(' ');
  const text = query.text === alone ? alone : `${alone} ${query.text}`;
  const near = await catalog.search({ ...query, text, filter: plain, limit: 3 * query.limit });
  const known = new Set(exact.products.map(({ id }) => id));
  const more = near.products.filter((product) => !known.has(product.id) && saysAll(product, text));
  if (more.length === 0) return exact;
  const products = [...exact.products, ...more].slice(0, query.limit);
  return { products, total: Math.max(exact.total, products.length), words: null };
}

const toTerms = createToTerms(searchSettings.stopWords);

function saysAll({ title, description, category, attributes }: Product, text: string): boolean {
  const said = new Set(toTerms([title, description, ...category, ...Object.values(attributes)].join(' ')));
  return toTerms(text).every((term) => said.has(term));
}

/** So many of the best fitting are put in another order. */
const mostSorted = 60;
/** By these it is told what the thing is called. */
const mostTelling = 10;

/**
 * In the order of the price, what hardly fits the words would come first: only what is the thing by its title or kind is sorted, and all that was
 * found where nothing is.
 */
async function sortedOfKind(catalog: Catalog, query: Filling['query']): Promise<CatalogPage> {
  const { products, words } = await catalog.search({ ...query, sort: 'relevance', offset: 0, limit: mostSorted });
  const naming = products.map(({ title, category }) => new Set(toTerms([title, ...category].join(' '))));
  const counts = toTerms(query.text).map((term) => ({
    term,
    count: naming.slice(0, mostTelling).filter((own) => own.has(term)).length,
  }));
  const kind = counts.toSorted((one, other) => one.count - other.count).at(-1);
  const isCalledSo = kind !== undefined && 2 * kind.count >= Math.min(mostTelling, products.length);
  if (!isCalledSo || kind.count === 0) return catalog.search(query);
  const ofKind = products.filter((_product, index) => naming[index]?.has(kind.term));
  const sorted = ofKind.toSorted(orderOf(query.sort));
  return { products: sorted.slice(query.offset, query.offset + query.limit), total: sorted.length, words };
}

function orderOf(sort: ProductSort | undefined): (one: Product, other: Product) => number {
  switch (sort) {
    case 'price-up':
      return (one, other) => lowestPrice(one) - lowestPrice(other);
    case 'price-down':
      return (one, other) => lowestPrice(other) - lowestPrice(one);
    case 'title':
      return (one, other) => one.title.localeCompare(other.title);
    case 'relevance':
    case undefined:
      return () => 0;
  }
}

/** The first of its looser forms that finds anything. */
async function searchLoosening(catalog: Catalog, query: ProductQuery): Promise<Loosened> {
  const { filter: sought = {} } = query;
  for (const { filter, given } of loosenings(sought)) {
    const page = await catalog.search({ ...query, filter });
    if (page.total > 0) return { page: nearestPriceFirst(page, sought), loosened: given };
  }
  return { page: { products: [], total: 0, words: null }, loosened: [] };
}

/** Within a page alone: over all that was found, the nearest price would bring up what hardly fits the words. */
function nearestPriceFirst(
  page: CatalogPage,
  { priceFrom = 0, priceTo = Number.MAX_SAFE_INTEGER }: ProductFilter,
): CatalogPage {
  const off = (product: Product) => {
    const price = lowestPrice(product);
    return Math.max(priceFrom - price, price - priceTo, 0);
  };
  return { ...page, products: page.products.toSorted((one, other) => off(one) - off(other)) };
}
