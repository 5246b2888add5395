import pc from 'picocolors';
import { harmless } from '../../adapters/channels/terminal/spans.ts';
import { formatMoney } from '../catalog/format-money.ts';
import type { Money } from '../catalog/money.ts';
import { lineLabel } from '../commerce/cart.ts';
import { addressLine } from '../commerce/checkout/address-line.ts';
import { ledgerOf } from '../commerce/orders/ledger.ts';
import type { Order } from '../commerce/orders/order.ts';
import { hasCheckDigit } from '../commerce/orders/order-number.ts';
import { unsettledOf } from '../commerce/payment/unsettled.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { ShopFacts } from '../dialog/book.ts';
import { ago } from './ago.ts';

/** Of a number that no order has. */
export function noOrder(typed: string): string {
  const digits = typed.replace(/\D/gu, '');
  const isSlip = digits.length === 8 && !hasCheckDigit(digits);
  return isSlip ? `${typed} is no order’s number: a digit is mistyped.` : `There is no order ${typed}.`;
}

export function orderRow(order: Order, { shop, now }: { readonly shop: ShopFacts; readonly now: number }): string {
  const { number, status, placedAt, total, items } = order;
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0);
  const facts = [
    placedAt === null ? null : ago(Date.parse(placedAt), now),
    `${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`,
    total === null ? null : formatMoney(total, shop.locale),
    ...warnings(order, shop),
  ];
  return `${pc.bold(oneLine(number).padEnd(9))} ${oneLine(status).padEnd(18)} ${pc.dim(facts.filter(Boolean).join(' · '))}\n`;
}

/** What a person has to see to. */
function warnings(order: Order, { locale }: ShopFacts): readonly string[] {
  const byHand = order.refunds.filter(({ state }) => state === 'by-hand');
  const owed = ledgerOf(order)?.owed ?? 0;
  const changed = owed > 0 && (ledgerOf(order)?.held ?? 0) > 0;
  const complaint = order.history.some(({ what }) => what === 'complaint');
  return [
    ...(byHand.length > 0 ? ['refund by hand'] : []),
    ...(changed && order.total ? [`${formatMoney({ ...order.total, amount: owed }, locale)} still to pay`] : []),
    ...(unsettledOf(order) === 'came-back' ? ['came back: decide'] : []),
    ...(complaint ? ['complaint'] : []),
  ];
}

export function orderScreen(order: Order, shop: ShopFacts): string {
  const money = (amount: Money | null) => (amount === null ? '' : formatMoney(amount, shop.locale));
  const rows = [
    ['status', order.status],
    ['placed', day(order.placedAt, shop)],
    ['delivered', day(order.deliveredAt, shop)],
    ['to', order.address === null ? '' : addressLine(order.address, shop.locale)],
    ['delivery', order.shipping?.label ?? ''],
    ['parcel', [order.carrier, order.tracking, order.parcel?.state].filter(Boolean).join(' ')],
    ['total', money(order.total)],
    ['way to pay', order.payBy ?? ''],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`  ${pc.dim(name.padEnd(12))}${oneLine(value)}\n`]));
  const items = order.items.map((item) => `  ${item.quantity} × ${oneLine(lineLabel(item))}  ${money(item.price)}\n`);
  return [
    `${pc.bold(`#${oneLine(order.number)}`)}\n`,
    ...rows,
    ...items,
    ...moneyRows(order, money),
    ...pastOf(order, shop),
  ].join('');
}

function moneyRows({ payments, refunds, returns }: Order, money: (amount: Money) => string): readonly string[] {
  return [
    ...payments.map(({ provider, amount, state }) => `  payment ${money(amount)} by ${oneLine(provider)}: ${state}\n`),
    ...refunds.map(
      ({ id, amount, state, why }) => `  refund ${id} ${money(amount)}: ${state} ${pc.dim(oneLine(why))}\n`,
    ),
    ...returns.map(({ id, kind, state, items, refund, why }) => {
      const goods = items.map(({ sku, quantity }) => `${quantity} × ${oneLine(sku)}`).join(', ');
      return `  ${kind} ${id} of ${goods}: ${state}, ${money(refund)} ${pc.dim(oneLine(why))}\n`;
    }),
  ];
}

function pastOf({ history }: Order, shop: ShopFacts): readonly string[] {
  return history.map(({ at, by, what, why }) => {
    const when = day(new Date(at).toISOString(), shop);
    return pc.dim(`  ${when}  ${oneLine(by)}: ${oneLine(what)}${why === '' ? '' : ` (${oneLine(why)})`}\n`);
  });
}

function day(time: string | null, { locale, timeZone }: ShopFacts): string {
  const at = time === null ? Number.NaN : Date.parse(time);
  if (Number.isNaN(at)) return '';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/** What stopped it. */
export function whyNot({ number, status }: Order, { refused, details }: Refusal, { locale }: ShopFacts): string {
  const amount = details?.['most'] ?? details?.['due'];
  const shown = isMoney(amount) ? formatMoney(amount, locale) : '';
  switch (refused) {
    case 'not-now':
      return `Order ${number} is ${status}: that cannot be done now.`;
    case 'too-much':
      return `Order ${number}: at most ${shown} can be given back.`;
    case 'not-paid':
      return `Order ${number} costs more since it was changed: ${shown} is still to be paid.`;
    case 'other-currency':
      return `Order ${number} is in another currency.`;
    default:
      return `Order ${number}: ${refused}.`;
  }
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

function oneLine(text: string): string {
  return harmless(text).replace(/\s+/g, ' ').trim().slice(0, 200);
}
