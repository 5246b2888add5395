import type { Order } from '../commerce/orders/order.ts';
import type { QuoteLine } from '../commerce/pricing/quote.ts';
import type { StoreReader } from '../storage/store.ts';
import { contactOf } from './order-contact.ts';
import { readLinks, textOf } from './shop-links.ts';
import type { NewShopLine, NewShopOrder } from './shop-system.ts';

interface Wanted {
  readonly system: string;
  readonly order: Order;
  readonly placedAt: number;
}

/** An order of ours in the words that every shop system takes. It has a quote: it was placed here. */
export async function newShopOrder(store: StoreReader, { system, order, placedAt }: Wanted): Promise<NewShopOrder> {
  const quote = order.quote;
  const lines = quote?.lines ?? [];
  const links = await readLinks(store, system, ['variant', lines.map(({ sku }) => sku)]);
  const { currency } = quote ?? { currency: order.total?.currency ?? 'USD' };
  const total = order.total ?? { amount: 0, currency };
  return {
    reference: order.id,
    number: order.number,
    placedAt,
    lines: lines.map((line) => lineOf(line, links.get(line.sku)?.body ?? null)),
    charges: quote?.charges ?? [],
    discounts: (quote?.discounts ?? []).map(({ id, label, amount }) => ({ id, label, amount })),
    taxes: (quote?.taxes ?? []).map(({ label, percent, amount, included }) => ({ label, percent, amount, included })),
    total,
    paid: paidOf(order) >= total.amount,
    payBy: order.payBy ?? 'unknown',
    contact: contactOf(order),
    address: order.address,
    note: order.gift?.message ?? null,
  };
}

function lineOf(
  { sku, title, options, quantity, unit, discount, tax }: QuoteLine,
  link: Parameters<typeof textOf>[0] | null,
): NewShopLine {
  const values = Object.values(options);
  const named = values.length === 0 ? title : `${title} (${values.join(', ')})`;
  return { variant: link === null ? null : textOf(link, 'variant'), sku, title: named, quantity, unit, discount, tax };
}

function paidOf({ payments }: Order): number {
  return payments.filter(({ state }) => state === 'paid').reduce((sum, { amount }) => sum + amount.amount, 0);
}
