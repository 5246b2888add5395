import { z } from 'zod';
import { currencyExponent } from '../catalog/currency.ts';
import { lowestPrice } from '../catalog/facets.ts';
import type { Product } from '../catalog/product.ts';
import { mergeWish, type Refinement, readRefinement } from '../understanding/wish/merge-wish.ts';
import type { Heard } from '../understanding/wish/wish.ts';
import { defineAction } from './action.ts';
import { referringText } from './catalog-refer.ts';
import { productRef } from './schemas.ts';

export const catalogRefine = defineAction({
  name: 'catalog.refine',
  about:
    'The words of the search before with what is now said of them: "blue ones", "not nike", "under 100", "cheaper", "something similar ' +
    'but in M". Refuses with new when something else is named, nothing-asked when there is no search to refine.',
  input: z.object({
    text: referringText.describe('As the shopper wrote it.'),
    before: z.string().max(2_000).nullish().describe('The words of the search before.'),
    category: z.string().max(500).nullish().describe('The category that was listed before.'),
    shown: z.array(productRef).nullish().describe('What that search showed.'),
    product: productRef.nullish().describe('The one of them that it should differ from.'),
  }),
  output: z.object({ text: z.string().describe('What to search for now.') }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ text, before, category, shown, product }, { catalog, shop, locale }) {
    const vocabulary = await catalog.vocabulary();
    const options = { vocabulary, exponent: currencyExponent(shop.currency), locale };
    const refinement = readRefinement(text, options);
    if (refinement === null) return { refused: 'new' };
    const asked = (before ?? '').trim();
    if (asked === '' && !category) return { refused: refinement.onlyExcludes ? 'nothing-asked' : 'new' };
    const ids = (shown ?? []).slice(0, 50).map(({ id }) => id);
    if (product && ids.length > 0 && !ids.includes(product.id)) return { refused: 'new' };
    const parts = [...refinement.parts];
    if (refinement.price !== null && !parts.some(({ means }) => means === 'price')) {
      const compared = await catalog.products(product ? [product.id] : ids);
      const bound = boundOf(refinement.price, compared, options.exponent);
      if (bound !== null) parts.push(bound);
    }
    return { text: mergeWish(asked, parts, options) };
  },
});

/** Below the one that was looked at; of a list, below the middle of what was shown. */
function boundOf(
  price: NonNullable<Refinement['price']>,
  compared: readonly Product[],
  exponent: number,
): Heard | null {
  const prices = compared.map(lowestPrice).sort((one, other) => one - other);
  const middle = prices[Math.floor(prices.length / 2)];
  if (middle === undefined) return null;
  const amount = price === 'cheaper' ? middle - 1 : middle + 1;
  const words = `${price === 'cheaper' ? 'under' : 'over'} ${(amount / 10 ** exponent).toFixed(exponent)}`;
  return { words, means: 'price', facet: null, values: [] };
}
