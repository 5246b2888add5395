import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { findByWish } from '../catalog/find-by-wish.ts';
import { narrowed, narrowings } from '../catalog/narrow.ts';
import type { ProductFilter, ProductQuery } from '../catalog/product-index.ts';
import { defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { givenUp, givenUpSchema } from './given-up.ts';
import { numberOr, productViewSchema } from './schemas.ts';

const mostShown = 20;
/** So many can be looked through; of more it is better to ask something first. */
const mostWithoutQuestion = 8;

/** A shopper may send a page; what is looked for stands at its beginning. */
const words = z.string().transform((text) => text.slice(0, 2_000));

const conditionSchema = z.object({ facet: z.string().max(500), value: z.string().max(500) });

export const catalogSearch = defineAction({
  name: 'catalog.search',
  about:
    'Find products by the shopper’s own words, prices, sizes, colours and all: "a warm winter coat under 200, not leather". When nothing ' +
    'fits, wishes are given up one by one, and `loosened` says which; when too much does, `narrow` has a question.',
  input: z.object({
    text: words.nullish().describe('As the shopper wrote it; empty lists a whole category.'),
    category: z.string().max(500).nullish().describe('Only products of this category, at any level.'),
    narrowed: z.array(conditionSchema).max(10).nullish().describe('What was picked of `narrow` before.'),
    limit: numberOr(5, { from: 1, to: mostShown }),
    skip: numberOr(0, { from: 0, to: 10_000 }).describe('For "show more".'),
  }),
  output: z.object({
    products: z.array(productViewSchema),
    total: z.int().describe('All that were found, not just those given here.'),
    more: z.int().describe('Found beyond those given here.'),
    asked: z.string().describe('The words or the category that were asked for.'),
    text: z.string().describe('What was looked for once prices, sizes and the like were read out of it.'),
    loosened: z.array(givenUpSchema).describe('Wishes given up, because nothing fits them all.'),
    narrow: z
      .array(
        z.object({
          facet: z.string(),
          label: z.string(),
          values: z.array(z.object({ facet: z.string(), value: z.string(), label: z.string(), count: z.int() })),
        }),
      )
      .describe('At most one: what to ask, when there is too much to look through.'),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ text: given, category, narrowed: picked, limit, skip }, { catalog, shop, locale }) {
    const within = (picked ?? []).reduce<ProductFilter>(narrowed, category ? { category: [category] } : {});
    const sought = { text: given ?? '', within, currency: shop.currency, locale, limit, offset: skip };
    const { page, text, query, loosened } = await findByWish(catalog, sought);
    const more = Math.max(0, page.total - skip - page.products.length);
    const asksMore = page.total > mostWithoutQuestion && loosened.length === 0;
    return {
      products: page.products.map((one) => viewOf(one)),
      total: page.total,
      more,
      asked: (given ?? '').trim() || (category ?? ''),
      text,
      loosened: loosened.map(givenUp),
      narrow: asksMore ? await questionFor(catalog, query, page.total) : [],
    };
  },
});

async function questionFor(catalog: Catalog, query: ProductQuery, total: number) {
  const facets = await catalog.facets({ text: query.text, filter: query.filter ?? {} });
  return narrowings(facets, total, query.filter ?? {})
    .slice(0, 1)
    .map(({ facet, label, values }) => ({
      facet,
      label,
      values: values.map(({ value, count }) => ({ facet, value, label: value, count })),
    }));
}
