import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import { sellable } from '../catalog/product-view.ts';
import { type Cart, type CartLine, lineLabel, type ReadCart, readCart as readCartOf } from '../commerce/cart.ts';
import { isSameMoney } from '../commerce/money/reckon.ts';
import { type PricedCart, type PricedLine, priceCart } from '../commerce/priced-cart.ts';
import type { ActionContext } from './action.ts';
import { deliveryForCart, deliverySchema } from './cart-delivery.ts';
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

/** What a cart holds by itself. */
export const cartParts = {
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

export const cartViewShape = {
  ...cartParts,
  saved: z
    .array(choiceSchema.extend({ quantity: z.int(), price: moneySchema.nullable(), in_stock: z.boolean() }))
    .describe('Kept for later: not in the total. Price is null for what the shop does not sell any more.'),
  delivery: deliverySchema
    .nullable()
    .describe('The cheapest way to where the shopper is known to be; null: nobody knows, or nothing gets there.'),
  total_with_delivery: moneySchema.nullable(),
};

export const cartViewSchema = z.object(cartViewShape);
export type CartView = z.output<typeof cartViewSchema>;

/** The customer's cart with the revision to write it against. */
export function readCart(context: ActionContext): Promise<ReadCart> {
  return readCartOf(context, context.customer);
}

export async function viewCart(cart: Cart, context: ActionContext): Promise<CartView> {
  const ids = [...new Set([...cart.lines, ...cart.saved].map((line) => line.product))];
  const products = await context.catalog.products(ids);
  const priced = priceCart(cart, products, { currency: context.shop.currency });
  const delivery = await deliveryForCart(priced, context);
  return {
    ...pricedView(priced),
    saved: cart.saved.map((line) => savedView(line, products)),
    delivery,
    total_with_delivery: delivery && { ...priced.total, amount: priced.total.amount + delivery.price.amount },
  };
}

export function pricedView({ lines, total, gone }: PricedCart): Pick<CartView, keyof typeof cartParts> {
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

function savedView(line: CartLine, products: readonly Product[]): CartView['saved'][number] {
  const product = products.find(({ id }) => id === line.product);
  const variant = product?.variants.find(({ sku }) => sku === line.sku);
  const { sku: id, quantity } = line;
  const price = variant === undefined ? null : { ...variant.price };
  return { id, label: lineLabel(line), quantity, price, in_stock: variant !== undefined && sellable(variant) };
}

function lineView({ line, label, price, total, available, image }: PricedLine): CartView['lines'][number] {
  const { sku, product, title, quantity } = line;
  const stock = { in_stock: available !== 0, stock: available };
  const money = { price: { ...price }, total: { ...total } };
  return { id: sku, label, sku, product, title, options: { ...line.options }, quantity, ...money, ...stock, image };
}

function isChanged({ line, price }: PricedLine): boolean {
  return !isSameMoney(line.price, price);
}

function shortOf({ line, label, available }: PricedLine): CartView['short'] {
  if (available === null || available >= line.quantity) return [];
  return [{ id: line.sku, label, quantity: line.quantity, available }];
}
