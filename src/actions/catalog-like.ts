import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { currencyExponent } from '../catalog/currency.ts';
import { lowestPrice } from '../catalog/facets.ts';
import { type GivenUp, loosenings } from '../catalog/loosen.ts';
import { meetsFilter, meetsVariant } from '../catalog/meets-filter.ts';
import type { Product } from '../catalog/product.ts';
import type { ProductFilter } from '../catalog/product-index.ts';
import type { Changes } from '../understanding/references/reference.ts';
import { readReference } from '../understanding/references.ts';
import { readWish } from '../understanding/wish/read-wish.ts';
import { type ActionContext, defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { referringText } from './catalog-refer.ts';
import { givenUp, givenUpSchema } from './given-up.ts';
import { otherSizes } from './other-sizes.ts';
import { numberOr, productRef, productViewSchema } from './schemas.ts';

const mostLike = 10;

export const catalogLike = defineAction({
  name: 'catalog.like',
  about:
    'Products like this one that differ as the shopper says: "cheaper", "in blue", "a bigger one", "something like it for kids". The same ' +
    'product in another option comes first. `loosened`: what was given up. Refuses with not-found, none.',
  input: z.object({
    product: productRef.describe('What it should be like.'),
    text: referringText.nullish().describe('As the shopper wrote it; without words, simply similar ones.'),
    limit: numberOr(4, { from: 1, to: mostLike }),
  }),
  output: z.object({
    product: productViewSchema.describe('What they are like.'),
    products: z.array(productViewSchema).describe('At least one.'),
    same: z.boolean().describe('The first is the same product, in what was asked for.'),
    loosened: z.array(givenUpSchema),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ product: ref, text, limit }, context) {
    const { catalog } = context;
    const product = await catalog.product(ref.id);
    if (product === null) return { refused: 'not-found' };
    const wanted = await wantedOf(product, text ?? '', context);
    const own = sameProduct(product, wanted.filter);
    const { others, loosened } = await othersLike(product, {
      catalog,
      wanted,
      limit: own === null ? limit : limit - 1,
    });
    // Beside the thing itself in what was asked for, what has it not is no answer, and would need an excuse.
    const beside = own !== null && loosened.length > 0 ? [] : others;
    const products = [...(own === null ? [] : [own]), ...beside.map((one) => viewOf(one))];
    if (products.length === 0) return { refused: 'none' };
    const given = own === null ? loosened : [];
    return { product: viewOf(product), products, same: own !== null, loosened: given.map(givenUp) };
  },
});

interface Wanted {
  readonly filter: ProductFilter;
  /** For a search, where it is more than a condition. */
  readonly words: string;
}

/** What is said of the other one, as conditions: cheaper is below the price of this one. */
async function wantedOf(product: Product, text: string, { catalog, shop, locale }: ActionContext): Promise<Wanted> {
  const reference = readReference(text);
  const said = reference === null ? text : (reference.but?.words ?? '');
  const vocabulary = await catalog.vocabulary();
  const wish = readWish(said, { vocabulary, exponent: currencyExponent(shop.currency), locale });
  const changed = reference?.but ? changesFor(product, reference.but) : {};
  const options = { ...changed.options, ...wish.filter.options };
  const filter = { ...changed, ...wish.filter, ...(Object.keys(options).length > 0 && { options }) };
  return { filter, words: reference === null && wish.heard.length === 0 ? '' : wish.text };
}

function changesFor(product: Product, { price, size }: Changes): ProductFilter {
  const now = lowestPrice(product);
  return {
    ...(price === 'cheaper' && { priceTo: now - 1 }),
    ...(price === 'dearer' && { priceFrom: now + 1 }),
    ...(size !== null && otherSizes(product, size)),
  };
}

/** The same thing with what was asked for, when something was; shown as that variant. */
function sameProduct(product: Product, filter: ProductFilter) {
  if (Object.keys(filter).length === 0 || !meetsFilter(product, filter)) return null;
  const variant = product.variants.find((one) => meetsVariant(one, filter));
  return variant === undefined ? null : viewOf(product, variant);
}

interface Seeking {
  readonly catalog: Catalog;
  readonly wanted: Wanted;
  readonly limit: number;
}

/** Of its kind, with all that is wanted; then with as much of it as there is. */
async function othersLike(
  product: Product,
  { catalog, wanted, limit }: Seeking,
): Promise<{ readonly others: readonly Product[]; readonly loosened: readonly GivenUp[] }> {
  const kind = product.category.at(-1);
  const within: ProductFilter = kind === undefined ? {} : { category: [kind] };
  const text = `${product.title} ${wanted.words}`;
  const tried = [{ filter: wanted.filter, given: [] }, ...loosenings(wanted.filter)];
  for (const { filter, given } of tried) {
    const all = { ...filter, ...within, inStock: true };
    const near = await catalog.search({ text, filter: all, limit: limit + 1 });
    const rest = await catalog.search({
      text: kind === undefined ? product.title : '',
      filter: all,
      limit: 2 * limit + 2,
    });
    const others = new Map([...near.products, ...rest.products].map((one) => [one.id, one]));
    others.delete(product.id);
    if (others.size > 0) return { others: [...others.values()].slice(0, limit), loosened: given };
  }
  return { others: [], loosened: [] };
}
