import type { Money } from '../catalog/money.ts';
import type { Product, Variant } from '../catalog/product.ts';
import { type Cart, type CartLine, lineLabel } from './cart.ts';

/** A cart at the store's present prices. */
export interface PricedCart {
  readonly lines: readonly PricedLine[];
  /** Of `lines`, in minor units of their currency. */
  readonly total: Money;
  /** Lines that the shop does not sell any more; no part of the total. */
  readonly gone: readonly CartLine[];
}

export interface PricedLine {
  readonly line: CartLine;
  readonly label: string;
  /** Present price of one. */
  readonly price: Money;
  readonly total: Money;
  /** Pieces in stock; `null` where the shop does not count. */
  readonly available: number | null;
  readonly image: string | null;
}

export interface Pricing {
  /** Of an empty cart: the shop's. */
  readonly currency: string;
  /** What is priced in another one cannot be ordered. Else the first line's currency is the cart's. */
  readonly only?: boolean;
}

/** A line priced in another currency than the others can have no place in the total: it is gone. */
export function priceCart(cart: Cart, products: readonly Product[], { currency, only = false }: Pricing): PricedCart {
  const byId = new Map(products.map((product) => [product.id, product]));
  const lines: PricedLine[] = [];
  const gone: CartLine[] = [];
  for (const line of cart.lines) {
    const priced = priceLine(line, byId.get(line.product));
    const own = only ? currency : (lines[0]?.price.currency ?? priced?.price.currency);
    if (priced?.price.currency === own && priced !== null) lines.push(priced);
    else gone.push(line);
  }
  const amount = lines.reduce((sum, line) => sum + line.total.amount, 0);
  return { lines, gone, total: { amount, currency: lines[0]?.price.currency ?? currency } };
}

function priceLine(line: CartLine, product: Product | undefined): PricedLine | null {
  const variant = product?.variants.find(({ sku }) => sku === line.sku);
  if (product === undefined || variant === undefined) return null;
  return {
    line,
    label: lineLabel(line),
    price: variant.price,
    total: timesOf(variant, line.quantity),
    available: variant.stock,
    image: product.images[0] ?? null,
  };
}

function timesOf(variant: Variant, quantity: number): Money {
  return { amount: variant.price.amount * quantity, currency: variant.price.currency };
}
