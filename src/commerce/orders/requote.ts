import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';
import { readCouponUses, stageCouponUses } from '../pricing/coupon-uses.ts';
import type { Quote, QuotedShipping } from '../pricing/quote.ts';
import { noUses, type QuoteInput, type QuoteInputLine } from '../pricing/quote-input.ts';
import { quoteOrder } from '../pricing/quote-order.ts';
import type { Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import type { Order, OrderItem } from './order.ts';
import { skuOf } from './pieces.ts';

/** What becomes of an order; what is not named stays as it is. */
export interface Alteration {
  readonly items?: readonly OrderItem[];
  readonly address?: Order['address'];
  readonly shipping?: QuotedShipping;
  readonly fee?: QuoteInput['fee'];
}

/**
 * The order with other items, another address or delivery, and what it costs then: every piece at the price it was ordered at, coupons as
 * on the day it was placed. An order that came without a quote costs more or less by the pieces' prices alone. Nothing is staged.
 */
export async function altered(trade: Trade, order: Order, change: Alteration): Promise<Order> {
  const items = [...(change.items ?? order.items)];
  const after = { ...order, items, address: change.address ?? order.address };
  if (order.quote === null) return { ...after, total: totalByPrices(order, items) };
  const quote = quoteOrder(await inputFor(trade, after, { quote: order.quote, change }), trade.rules, trade.shop);
  return { ...after, quote, total: quote.total };
}

/** Counts the coupons anew by what they take off now. Refuses as `stageCouponUses` does. */
export async function stageAlteredCoupons(trade: Trade, { quote, id, customer }: Order): Promise<Refusal | null> {
  return quote === null || customer === null ? null : await stageCouponUses(trade, quote, { order: id, customer });
}

function totalByPrices(order: Order, items: readonly OrderItem[]): Money | null {
  if (order.total === null) return null;
  const amount = order.total.amount + goodsOf(items) - goodsOf(order.items);
  return { amount: Math.max(0, amount), currency: order.total.currency };
}

/** What the pieces cost by their prices, in minor units. */
export function goodsOf(items: readonly OrderItem[]): number {
  return items.reduce((sum, { price, quantity }) => sum + (price?.amount ?? 0) * quantity, 0);
}

async function inputFor(
  trade: Trade,
  order: Order,
  { quote, change }: { readonly quote: Quote; readonly change: Alteration },
): Promise<QuoteInput> {
  const { id, customer, coupons, address, placedAt } = order;
  const uses = customer === null ? noUses : await readCouponUses(trade, coupons, { order: id, customer });
  const fee = quote.charges?.find(({ kind }) => kind === 'fee');
  return {
    lines: await linesFor(trade, order),
    destination: address === null ? null : destinationOf(address),
    shipping: change.shipping ?? quote.shipping,
    coupons,
    uses,
    fee: change.fee === undefined ? (fee ?? null) : change.fee,
    now: placedAt === null ? trade.now : Date.parse(placedAt),
  };
}

export function destinationOf({ country, region, postcode }: NonNullable<Order['address']>) {
  return { country, region, postcode };
}

async function linesFor(trade: Trade, { items, quote }: Order): Promise<readonly QuoteInputLine[]> {
  const ids = items.flatMap(({ product }) => (product === null ? [] : [product]));
  const byId = new Map((await trade.catalog.products([...new Set(ids)])).map((product) => [product.id, product]));
  return items.map((item) => {
    const list = quote?.lines.find(({ sku }) => sku === item.sku)?.list;
    const variant = variantAsOrdered(item, list, trade.shop.currency);
    const known = byId.get(item.product ?? '');
    return { product: known ?? productAsOrdered(item, variant), variant, quantity: item.quantity };
  });
}

function variantAsOrdered(item: OrderItem, list: Money | undefined, currency: string): Variant {
  const price = item.price ?? { amount: 0, currency };
  const was = list !== undefined && list.amount > price.amount ? { was: list } : {};
  return { sku: skuOf(item), options: item.options, price, stock: null, ...was };
}

/** What the shop does not sell any more. */
function productAsOrdered({ product, title }: OrderItem, variant: Variant): Product {
  const texts = { description: '', brand: null, category: [], attributes: {}, images: [], tags: [] };
  return { id: product ?? variant.sku, title, ...texts, variants: [variant] };
}
