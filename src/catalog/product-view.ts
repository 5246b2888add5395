import type { Json, JsonObject } from '../storage/json.ts';
import type { Product, Variant } from './product.ts';

/**
 * A product as templates and actions see it: short, in the words of the templates (`in_stock`), with today's price.
 * `variant` is set when a single one is meant: a product without options, or one that the shopper has narrowed down.
 */
export function productView(product: Product, variant: Variant | null = onlyVariant(product)): JsonObject {
  const shown = variant ?? cheapest(product.variants);
  return {
    id: product.id,
    title: product.title,
    brand: product.brand,
    category: product.category.at(-1) ?? null,
    image: product.images[0] ?? null,
    price: { ...shown.price },
    was: shown.was ? { ...shown.was } : null,
    in_stock: variant ? sellable(variant) : product.variants.some(sellable),
    stock: variant ? variant.stock : null,
    sku: variant?.sku ?? null,
    options: variant ? { ...variant.options } : null,
  };
}

export function sellable(variant: Variant): boolean {
  return variant.stock === null || variant.stock > 0;
}

/** Option name → its values in the order of the variants, for "Which size?". */
export function optionValues(product: Product): Readonly<Record<string, Json>> {
  const values = new Map<string, string[]>();
  for (const variant of product.variants) {
    for (const [name, value] of Object.entries(variant.options)) {
      const known = values.get(name) ?? [];
      if (!known.includes(value)) values.set(name, [...known, value]);
    }
  }
  return Object.fromEntries(values);
}

function onlyVariant(product: Product): Variant | null {
  return product.variants.length === 1 ? product.variants[0] : null;
}

function cheapest(variants: Product['variants']): Variant {
  return variants.reduce((best, variant) => (variant.price.amount < best.price.amount ? variant : best));
}
