import { z } from 'zod';
import { type Cart, cartOf, emptyCart, lineLabel } from '../commerce/cart.ts';
import { type PricedCart, type PricedLine, priceCart } from '../commerce/priced-cart.ts';
import type { ActionContext } from './action.ts';
import { choiceSchema, moneySchema } from './schemas.ts';

export const cartLineSchema = z.object({
  id: z.string().describe('The sku: what cart.change and cart.remove take as `line`.'),
  label: z.string().describe('Title with the chosen options.'),
  sku: z.string(),
  product: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  quantity: z.int(),
  price: moneySchema.describe('Present price of one.'),
  total: moneySchema,
  in_stock: z.boolean(),
  stock: z.int().nullable(),
  image: z.string().nullable(),
});

export const cartViewShape = {
  empty: z.boolean(),
  count: z.int().describe('Pieces, over all lines.'),
  lines: z.array(cartLineSchema),
  total: moneySchema,
  changed: z
    .array(choiceSchema.extend({ was: moneySchema, price: moneySchema }))
    .describe('Lines whose price is not what it was when they were added.'),
  short: z
    .array(choiceSchema.extend({ quantity: z.int(), available: z.int() }))
    .describe('Lines of which the shop has fewer pieces than the cart.'),
  gone: z.array(choiceSchema).describe('Lines the shop does not sell any more; not in the total.'),
};

export const cartViewSchema = z.object(cartViewShape);
export type CartView = z.output<typeof cartViewSchema>;

/** The customer's cart with the revision to write it against. */
export async function readCart(context: ActionContext): Promise<{ readonly cart: Cart; readonly revision: number }> {
  const stored = await context.store.get('cart', context.customer);
  return stored === null ? { cart: emptyCart, revision: 0 } : { cart: cartOf(stored.body), revision: stored.revision };
}

export async function viewCart(cart: Cart, context: ActionContext): Promise<CartView> {
  const ids = [...new Set(cart.lines.map((line) => line.product))];
  const products = await context.catalog.products(ids);
  return cartView(priceCart(cart, products, context.shop.currency));
}

function cartView({ lines, total, gone }: PricedCart): CartView {
  return {
    empty: lines.length === 0,
    count: lines.reduce((sum, { line }) => sum + line.quantity, 0),
    lines: lines.map(lineView),
    total: { ...total },
    changed: lines.filter(isChanged).map(({ line, label, price }) => {
      return { id: line.sku, label, was: { ...line.price }, price: { ...price } };
    }),
    short: lines.flatMap(shortOf),
    gone: gone.map((line) => ({ id: line.sku, label: lineLabel(line) })),
  };
}

function lineView({ line, label, price, total, available, image }: PricedLine): CartView['lines'][number] {
  const { sku, product, title, quantity } = line;
  const stock = { in_stock: available !== 0, stock: available };
  const money = { price: { ...price }, total: { ...total } };
  return { id: sku, label, sku, product, title, options: { ...line.options }, quantity, ...money, ...stock, image };
}

function isChanged({ line, price }: PricedLine): boolean {
  return line.price.amount !== price.amount || line.price.currency !== price.currency;
}

function shortOf({ line, label, available }: PricedLine): CartView['short'] {
  if (available === null || available >= line.quantity) return [];
  return [{ id: line.sku, label, quantity: line.quantity, available }];
}
