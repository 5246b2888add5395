import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import { optionValues, productView } from '../catalog/product-view.ts';
import { chooseVariant, optionsNamedIn } from '../commerce/choose-variant.ts';
import { readAverage } from '../commerce/reviews/read-reviews.ts';
import { defineAction } from './action.ts';
import { chosenOptions, numberOr, productDetailsSchema, productRef, productViewSchema } from './schemas.ts';

export const catalogProduct = defineAction({
  name: 'catalog.product',
  about: 'All about one product: description, options, attributes, price and stock of today. Refuses with not-found.',
  input: z.object({ id: productRef.describe('The product or its id.') }),
  output: productDetailsSchema,
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ id: ref }, { catalog, store }) {
    const product = await catalog.product(ref.id);
    if (product === null) return { refused: 'not-found' };
    return { ...detailsOf(product), rating: await readAverage(store, product.id) };
  },
});

export const catalogVariant = defineAction({
  name: 'catalog.variant',
  about:
    'Narrow a product down by options or by the shopper’s words ("the blue one in M"); tells which option is still open. ' +
    'Refuses with not-found, no-such-option (details: option, values).',
  input: z.object({
    product: productRef,
    options: chosenOptions.nullish().describe('What was chosen before: option name → value.'),
    choice: z.string().max(500).nullish().describe('The shopper’s words for one or more options.'),
  }),
  output: z.object({
    product: productViewSchema.describe('One variant, with its sku, once nothing is open.'),
    options: chosenOptions.describe('What is chosen so far.'),
    open: z.object({ option: z.string(), values: z.array(z.string()) }).nullable(),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ product: ref, options, choice }, { catalog }) {
    const product = await catalog.product(ref.id);
    if (product === null) return { refused: 'not-found' };
    const named = choice ? optionsNamedIn(product, choice) : {};
    const found = narrowed(product, { ...options, ...named });
    const unheard = choice !== null && choice !== undefined && choice !== '' && Object.keys(named).length === 0;
    if (found === null || (unheard && found.open !== null)) {
      const before = narrowed(product, options ?? {});
      return { refused: 'no-such-option', details: { ...(before?.open ?? { option: null, values: [] }) } };
    }
    return found;
  },
});

function narrowed(product: Product, options: Readonly<Record<string, string>>) {
  const choice = chooseVariant(product, options);
  switch (choice.found) {
    case 'none':
      return null;
    case 'one': {
      const { variant } = choice;
      return { product: viewOf(product, variant), options: { ...variant.options }, open: null };
    }
    case 'several': {
      const open = { option: choice.option, values: [...choice.values] };
      return { product: viewOf(product), options: { ...choice.chosen }, open };
    }
  }
}

const mostSimilar = 10;

export const catalogSimilar = defineAction({
  name: 'catalog.similar',
  about: 'Other products like this one, that can be bought today. Refuses with not-found.',
  input: z.object({ id: productRef, limit: numberOr(3, { from: 1, to: mostSimilar }) }),
  output: z.object({ products: z.array(productViewSchema) }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ id: ref, limit }, { catalog }) {
    const product = await catalog.product(ref.id);
    if (product === null) return { refused: 'not-found' };
    const kind = product.category.at(-1);
    const filter = kind === undefined ? { inStock: true } : { category: [kind], inStock: true };
    const like = await catalog.search({ text: product.title, filter, limit: limit + 1 });
    const rest = await catalog.search({ text: kind === undefined ? product.title : '', filter, limit: 2 * limit + 2 });
    const others = new Map([...like.products, ...rest.products].map((one) => [one.id, one]));
    others.delete(product.id);
    return { products: [...others.values()].slice(0, limit).map((one) => viewOf(one)) };
  },
});

type ViewOutput = z.input<typeof productViewSchema>;

/** The view is plain JSON to its other readers; the schema checks it on the way out. */
export function viewOf(...given: Parameters<typeof productView>): ViewOutput {
  return productView(...given) as unknown as ViewOutput;
}

function detailsOf(product: Product): Omit<z.input<typeof productDetailsSchema>, 'rating'> {
  const options = optionValues(product) as Record<string, string[]>;
  return {
    ...viewOf(product),
    description: product.description,
    path: [...product.category],
    images: [...product.images],
    options,
    has_options: product.variants.length > 1,
    attributes: Object.entries(product.attributes).map(([name, value]) => ({ name, value })),
  };
}
