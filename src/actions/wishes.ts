import { z } from 'zod';
import { dropWishes, keepWish } from '../commerce/stock/wishes.ts';
import { defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { productViewSchema } from './schemas.ts';
import { oneVariant, variantRef } from './stock-ref.ts';

export const stockWish = defineAction({
  name: 'stock.wish',
  about:
    'Remember that the shopper wants to be told when a sold out product is there again; the news back-in-stock (product, sku) ' +
    'starts a flow then. Refuses with not-found, choose-option (details: option, values), no-such-option, in-stock (product).',
  input: variantRef,
  output: z.object({
    product: productViewSchema,
    already: z.boolean().describe('It was remembered before.'),
  }),
  callers: ['flow'],
  async run(input, context) {
    const found = await oneVariant(input, context);
    if ('refused' in found) return found;
    const product = viewOf(found.product, found.variant);
    if (found.variant.stock !== 0) return { refused: 'in-stock', details: { product: { ...product } } };
    const wish = { sku: found.variant.sku, product: found.product.id, conversation: context.conversation };
    const kept = await keepWish(context, wish);
    return { product, already: kept.already };
  },
});

export const stockUnwish = defineAction({
  name: 'stock.unwish',
  about:
    'Forget that the shopper wanted to be told; all variants of the product when none is named. Refuses with not-found.',
  input: variantRef.omit({ options: true }),
  output: z.object({ removed: z.int() }),
  callers: ['flow'],
  async run({ product: ref, sku }, context) {
    const named = sku || ref?.sku || null;
    const product = named === null && ref ? await context.catalog.product(ref.id) : null;
    if (named === null && product === null) return { refused: 'not-found' };
    const skus = named === null ? (product?.variants.map((variant) => variant.sku) ?? []) : [named];
    return { removed: await dropWishes(context, { skus, conversation: context.conversation }) };
  },
});
