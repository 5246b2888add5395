import type { Product, Variant } from '../../src/catalog/product.ts';

type Draft = Partial<Omit<Product, 'variants'>> & {
  readonly price?: number;
  readonly stock?: number | null;
  readonly variants?: readonly Partial<Variant>[];
};

/** A product for tests: what a test does not care about is filled in. */
export function aProduct(id: string, draft: Draft = {}): Product {
  const { price = 1_000, stock = 5, variants = [{}], ...rest } = draft;
  const [first = aVariant(`${id}-0`, price, stock), ...more] = variants.map((given, i) => ({
    ...aVariant(`${id}-${i}`, price, stock),
    ...given,
  }));
  return {
    id,
    title: `Thing ${id}`,
    description: '',
    brand: null,
    category: [],
    attributes: {},
    images: [],
    tags: [],
    ...rest,
    variants: [first, ...more],
  };
}

function aVariant(sku: string, amount: number, stock: number | null): Variant {
  return { sku, options: {}, price: { amount, currency: 'USD' }, stock };
}

export function usd(amount: number): Variant['price'] {
  return { amount, currency: 'USD' };
}
