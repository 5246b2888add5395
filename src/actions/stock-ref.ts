import { z } from 'zod';
import type { Product, Variant } from '../catalog/product.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { ActionContext } from './action.ts';
import { variantFor } from './cart-add.ts';
import { chosenOptions, productRef } from './schemas.ts';

/** One variant: by its product and options, or by its sku alone, as news bring it. */
export const variantRef = z.object({
  product: productRef.nullish().describe('A product’s id, or the product itself; its sku is used when it has one.'),
  sku: z.string().trim().max(200).nullish().describe('One variant of it.'),
  options: chosenOptions.nullish().describe('Option name → value, e.g. { size: M }.'),
});

export interface OneVariant {
  readonly product: Product;
  readonly variant: Variant;
}

/** Refuses with `not-found`, `choose-option` (option, values), `no-such-option`. */
export async function oneVariant(
  { product: ref, sku, options }: z.output<typeof variantRef>,
  context: ActionContext,
): Promise<OneVariant | Refusal> {
  const named = sku || ref?.sku || null;
  const product = await context.catalog.product(ref?.id ?? (await productOfSku(named, context)));
  if (product === null) return { refused: 'not-found' };
  const variant = variantFor(product, { id: product.id, sku: named }, options ?? {});
  return 'refused' in variant ? variant : { product, variant };
}

/** A product without options often has its own id as its sku. */
async function productOfSku(sku: string | null, { store }: ActionContext): Promise<string> {
  if (sku === null) return '';
  const stock = await store.get('stock', sku);
  return stock === null ? sku : String(stock.body['product']);
}
