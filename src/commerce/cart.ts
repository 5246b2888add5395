import { z } from 'zod';
import { type Money, moneySchema } from '../catalog/money.ts';
import type { Product, Variant } from '../catalog/product.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Write } from '../storage/store.ts';
import type { Trade } from './trade.ts';

/** More of one thing, or more different things, is no shopping by chat but a slip or an attack. */
export const mostOfOneLine = 999;
export const mostLines = 100;

const lineSchema = z.object({
  sku: z.string(),
  product: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  quantity: z.int().min(1).max(mostOfOneLine),
  price: moneySchema,
});

const cartSchema = z.object({
  lines: z.array(lineSchema).max(mostLines),
  saved: z.array(lineSchema).max(mostLines).default([]),
  touched: z
    .string()
    .nullish()
    .transform((sku) => sku ?? null),
});

export interface CartLine {
  readonly sku: string;
  readonly product: string;
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly quantity: number;
  /** When it was added; what is paid is the store's present price. */
  readonly price: Money;
}

/** The body of a `cart` document; its id is the customer's. */
export interface Cart {
  readonly lines: readonly CartLine[];
  /** Kept for later: no part of any total, and not ordered. */
  readonly saved: readonly CartLine[];
  /** The SKU that was put in or changed last: what "make it 3" is about. */
  readonly touched: string | null;
}

export const emptyCart: Cart = { lines: [], saved: [], touched: null };

/** Throws when the document is not a cart: the store was written by something else. */
export function cartOf(body: JsonObject): Cart {
  return cartSchema.parse(body);
}

export interface ReadCart {
  readonly cart: Cart;
  /** To write it against. */
  readonly revision: number;
}

export async function readCart({ store }: Pick<Trade, 'store'>, customer: string): Promise<ReadCart> {
  const stored = await store.get('cart', customer);
  return stored === null ? { cart: emptyCart, revision: 0 } : { cart: cartOf(stored.body), revision: stored.revision };
}

export function cartWrite(cart: Cart, at: { customer: string; revision: number; now: number }): Write {
  const body = JSON.parse(JSON.stringify({ ...cart, updatedAt: at.now })) as JsonObject;
  return { kind: 'cart', id: at.customer, revision: at.revision, body };
}

export function newLine(product: Product, variant: Variant, quantity: number): CartLine {
  const { sku, price, options } = variant;
  return { sku, product: product.id, title: product.title, options: { ...options }, quantity, price: { ...price } };
}

/** 0 takes the line out; a line that is not there yet goes to the end. */
export function withLine(cart: Cart, line: CartLine): Cart {
  if (line.quantity === 0) return withoutLine(cart, line.sku);
  const known = cart.lines.some(({ sku }) => sku === line.sku);
  const lines = known ? cart.lines.map((old) => (old.sku === line.sku ? line : old)) : [...cart.lines, line];
  return { ...cart, lines, touched: line.sku };
}

export function withoutLine(cart: Cart, sku: string): Cart {
  return { ...without(cart, sku), touched: null };
}

/** Out of the cart and to the end of what is kept for later, instead of what was kept there of it. */
export function withSaved(cart: Cart, line: CartLine): Cart {
  const { saved } = withoutSaved(cart, line.sku);
  return { ...without(cart, line.sku), saved: [...saved, line] };
}

export function withoutSaved(cart: Cart, sku: string): Cart {
  return { ...cart, saved: cart.saved.filter((line) => line.sku !== sku) };
}

function without(cart: Cart, sku: string): Cart {
  const touched = cart.touched === sku ? null : cart.touched;
  return { ...cart, lines: cart.lines.filter((line) => line.sku !== sku), touched };
}

/** `Wool coat (M, blue)`: what tells one line from another. */
export function lineLabel({ title, options }: Pick<CartLine, 'title' | 'options'>): string {
  const values = Object.values(options);
  return values.length === 0 ? title : `${title} (${values.join(', ')})`;
}
