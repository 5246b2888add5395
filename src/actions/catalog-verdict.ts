import { z } from 'zod';
import { readAverage } from '../commerce/reviews/read-reviews.ts';
import type { StoreReader } from '../storage/store.ts';
import type { viewOf } from './catalog-product.ts';
import { moneySchema } from './schemas.ts';

/** What speaks for one of several products by the shop's own data alone. Where nothing tells them apart, nothing is said. */
export const verdictShape = {
  cheapest: z
    .object({ title: z.string(), less: moneySchema.describe('Than the next dearer one.') })
    .nullable()
    .describe('Null where no single one costs least.'),
  best_rated: z
    .object({ title: z.string(), average: z.number(), count: z.int() })
    .nullable()
    .describe('Null where fewer than two have reviews, or no single one is rated best.'),
  sold_out: z.array(z.string()).describe('Titles of those that are sold out, where others are not.'),
};

const verdictSchema = z.object(verdictShape);
type Verdict = z.input<typeof verdictSchema>;
type View = ReturnType<typeof viewOf>;

export async function verdictOn(views: readonly View[], store: Pick<StoreReader, 'get'>): Promise<Verdict> {
  const soldOut = views.filter(({ in_stock: inStock }) => !inStock).map(({ title }) => title);
  return {
    cheapest: cheapestOf(views),
    best_rated: await bestRatedOf(views, store),
    sold_out: soldOut.length === views.length ? [] : soldOut,
  };
}

/** Prices in two currencies cannot be held against each other. */
function cheapestOf(views: readonly View[]): Verdict['cheapest'] {
  const [first, next] = views.toSorted((one, other) => one.price.amount - other.price.amount);
  const currencies = new Set(views.map(({ price }) => price.currency));
  if (first === undefined || next === undefined || currencies.size > 1) return null;
  const amount = next.price.amount - first.price.amount;
  return amount === 0 ? null : { title: first.title, less: { amount, currency: first.price.currency } };
}

async function bestRatedOf(views: readonly View[], store: Pick<StoreReader, 'get'>): Promise<Verdict['best_rated']> {
  const each = await Promise.all(views.map(async ({ id, title }) => ({ title, rating: await readAverage(store, id) })));
  const rated = each.flatMap(({ title, rating }) => (rating === null ? [] : [{ title, ...rating }]));
  const [best, next] = rated.toSorted((one, other) => other.average - one.average);
  if (best === undefined || next === undefined || best.average === next.average) return null;
  return { title: best.title, average: best.average, count: best.count };
}
