import type { Product, Variant } from '../../catalog/product.ts';
import { sellable } from '../../catalog/product-view.ts';
import { lineLabel } from '../cart.ts';
import type { Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import type { OrderItem } from './order.ts';

interface Wanted {
  readonly item: OrderItem;
  /** A SKU, or the id of a product that has one variant. */
  readonly instead: string;
  readonly quantity: number;
  readonly sameProduct: boolean;
}

/**
 * What comes in an item's place, at its present price. Refuses with `not-found` (details: sku), `same-product-only`, `nothing-to-do` (the
 * very same), `other-currency`, `out-of-stock` and `not-enough` (details: sku, label, available).
 */
export async function findInstead(trade: Trade, wanted: Wanted): Promise<OrderItem | Refusal> {
  const { item, instead, quantity, sameProduct } = wanted;
  if (item.sku === instead) return { refused: 'nothing-to-do', details: { sku: instead } };
  const own = item.product === null ? null : await trade.catalog.product(item.product);
  const found = variantOf(own, instead) ?? variantOf(await trade.catalog.product(instead), instead);
  if (found === null) return { refused: 'not-found', details: { sku: instead } };
  const { product, variant } = found;
  if (sameProduct && product.id !== item.product) return { refused: 'same-product-only', details: { sku: instead } };
  if (item.price !== null && item.price.currency !== variant.price.currency) return { refused: 'other-currency' };
  return notThere(found, quantity) ?? asItem(product, variant, quantity);
}

interface Found {
  readonly product: Product;
  readonly variant: Variant;
}

function variantOf(product: Product | null, wanted: string): Found | null {
  if (product === null) return null;
  const variant = product.variants.find(({ sku }) => sku === wanted);
  if (variant !== undefined) return { product, variant };
  return product.id === wanted && product.variants.length === 1 ? { product, variant: product.variants[0] } : null;
}

function notThere({ product, variant }: Found, quantity: number): Refusal | null {
  const label = lineLabel({ title: product.title, options: variant.options });
  const details = { sku: variant.sku, label, available: variant.stock ?? 0 };
  if (!sellable(variant)) return { refused: 'out-of-stock', details };
  return variant.stock !== null && variant.stock < quantity ? { refused: 'not-enough', details } : null;
}

function asItem({ id, title }: Product, { sku, options, price }: Variant, quantity: number): OrderItem {
  return { title, quantity, sku, product: id, options: { ...options }, price: { ...price } };
}
