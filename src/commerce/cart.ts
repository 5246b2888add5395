import { z } from 'zod';
import type { Money } from '../catalog/money.ts';
import type { Product, Variant } from '../catalog/product.ts';
import type { JsonObject } from '../storage/json.ts';

/** More of one thing, or more different things, is no shopping by chat but a slip or an attack. */
export const mostOfOneLine = 999;
export const mostLines = 100;

const lineSchema = z.object({
  sku: z.string(),
  product: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  quantity: z.int().min(1).max(mostOfOneLine),
  price: z.object({ amount: z.int(), currency: z.string() }),
});

const cartSchema = z.object({ lines: z.array(lineSchema).max(mostLines) });

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
}

export const emptyCart: Cart = { lines: [] };

/** Throws when the document is not a cart: the store was written by something else. */
export function cartOf(body: JsonObject): Cart {
  return cartSchema.parse(body);
}

export function cartBody(cart: Cart, now: number): JsonObject {
  const lines = cart.lines.map((line) => ({ ...line, options: { ...line.options }, price: { ...line.price } }));
  return { lines, updatedAt: now };
}

export function newLine(product: Product, variant: Variant, quantity: number): CartLine {
  const { sku, price, options } = variant;
  return { sku, product: product.id, title: product.title, options: { ...options }, quantity, price: { ...price } };
}

/** 0 takes the line out; a line that is not there yet goes to the end. */
export function withLine(cart: Cart, line: CartLine): Cart {
  if (line.quantity === 0) return withoutLine(cart, line.sku);
  const known = cart.lines.some(({ sku }) => sku === line.sku);
  return { lines: known ? cart.lines.map((old) => (old.sku === line.sku ? line : old)) : [...cart.lines, line] };
}

export function withoutLine(cart: Cart, sku: string): Cart {
  return { lines: cart.lines.filter((line) => line.sku !== sku) };
}

/** `Wool coat (M, blue)`: what tells one line from another. */
export function lineLabel({ title, options }: Pick<CartLine, 'title' | 'options'>): string {
  const values = Object.values(options);
  return values.length === 0 ? title : `${title} (${values.join(', ')})`;
}
