import { z } from 'zod';
import type { Catalog, CatalogPage } from '../catalog/catalog.ts';
import { lowestPrice } from '../catalog/facets.ts';
import type { Product } from '../catalog/product.ts';
import type { ProductFilter, ProductSort } from '../catalog/product-index.ts';
import { searchWish } from '../catalog/search-wish.ts';
import { defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { loosenings } from './loosen.ts';
import { numberOr, productViewSchema } from './schemas.ts';

const mostShown = 20;

/** A shopper may send a page; what is looked for stands at its beginning. */
const words = z.string().transform((text) => text.slice(0, 2_000));

export const catalogSearch = defineAction({
  name: 'catalog.search',
  about:
    'Find products by the shopper’s own words, prices and all: "a warm winter coat under 200". When nothing fits, wishes ' +
    'are given up one by one, and `loosened` says which.',
  input: z.object({
    text: words.nullish().describe('As the shopper wrote it; empty lists a whole category.'),
    category: z.string().max(500).nullish().describe('Only products of this category, at any level.'),
    limit: numberOr(5, { from: 1, to: mostShown }),
    skip: numberOr(0, { from: 0, to: 10_000 }).describe('For "show more".'),
  }),
  output: z.object({
    products: z.array(productViewSchema),
    total: z.int().describe('All that were found, not just those given here.'),
    more: z.int().describe('Found beyond those given here.'),
    asked: z.string().describe('The words or the category that were asked for.'),
    text: z.string().describe('What was looked for once prices, sizes and the like were read out of it.'),
    loosened: z
      .array(z.string())
      .describe('Wishes given up: price, brand, category, stock, or an option’s or attribute’s name.'),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ text: given, category, limit, skip }, { catalog, shop }) {
    const { text, filter, sort } = searchWish(given ?? '', shop.currency);
    const within: ProductFilter = category ? { ...filter, category: [category] } : filter;
    const sought = { text, filter: within, sort, limit, offset: skip } as const;
    const { page, loosened } = await searchLoosening(catalog, sought);
    const more = Math.max(0, page.total - skip - page.products.length);
    const asked = (given ?? '').trim() || (category ?? '');
    const products = page.products.map((one) => viewOf(one));
    return { products, total: page.total, more, asked, text, loosened };
  },
});

interface Sought {
  readonly text: string;
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  readonly limit: number;
  readonly offset: number;
}

/** The first of the wish itself and its looser forms that finds anything. */
async function searchLoosening(catalog: Catalog, sought: Sought): Promise<{ page: CatalogPage; loosened: string[] }> {
  const exact = await catalog.search(sought);
  if (exact.total > 0) return { page: exact, loosened: [] };
  for (const { filter, given } of loosenings(sought.filter)) {
    const page = await catalog.search({ ...sought, filter });
    if (page.total > 0) return { page: nearestPriceFirst(page, sought.filter), loosened: [...given] };
  }
  return { page: exact, loosened: [] };
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
