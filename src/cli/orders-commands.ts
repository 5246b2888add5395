import { randomUUID } from 'node:crypto';
import { currencyExponent } from '../catalog/currency.ts';
import { formatMoney } from '../catalog/format-money.ts';
import type { Money } from '../catalog/money.ts';
import { cancelOrder } from '../commerce/orders/cancel-order.ts';
import { isHeldBack } from '../commerce/orders/exchange-sent.ts';
import { refundedSince } from '../commerce/orders/ledger.ts';
import { type Order, orderOf } from '../commerce/orders/order.ts';
import { numbersIn } from '../commerce/orders/order-number.ts';
import { packOrder } from '../commerce/orders/pack-order.ts';
import { receiveReturn } from '../commerce/orders/receive-return.ts';
import { refundOrder } from '../commerce/orders/refund-order.ts';
import { stillToPay } from '../commerce/orders/settle-difference.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import { type Trade, type TradeParts, transact } from '../commerce/trade.ts';
import { Failure } from './failure.ts';
import { noOrder, orderRow, orderScreen, whyNot } from './orders-words.ts';

const by = { who: 'merchant' } as const;

export async function listOrders(
  { store, shop, clock }: TradeParts,
  { status, limit }: { readonly status?: string; readonly limit: number },
): Promise<string> {
  const sort = { by: 'placedAt', direction: 'down' } as const;
  const where = status === undefined ? {} : { status };
  const found = (await store.find('order', { where, sort, limit })).map(orderOf);
  if (found.length === 0) return status === undefined ? 'Nothing has been ordered yet.\n' : `No order is ${status}.\n`;
  return found.map((order) => orderRow(order, { shop, now: clock.now() })).join('');
}

export async function showOrder(parts: TradeParts, number: string): Promise<string> {
  return orderScreen(await found(parts, number), parts.shop);
}

export async function packByNumber(parts: TradeParts, number: string): Promise<string> {
  const order = await done(parts, number, (trade, { id }) => packOrder(trade, { order: id }));
  return `Order ${order.number} is packed.\n`;
}

export async function cancelByNumber(
  parts: TradeParts,
  { number, why }: { number: string; why: string },
): Promise<string> {
  const { order, refund } = await done(parts, number, (trade, { id }) =>
    cancelOrder(trade, { order: id, reason: why }),
  );
  return `Order ${order.number} is cancelled.${backWords(refund, parts)}\n`;
}

interface Received {
  readonly number: string;
  readonly refuse?: true;
  readonly restock: boolean;
  readonly why: string;
}

export async function receiveByNumber(parts: TradeParts, { number, refuse, restock, why }: Received): Promise<string> {
  const as = refuse ? 'refused' : 'received';
  const before = await found(parts, number);
  const order = await done(parts, number, (trade, { id }) =>
    receiveReturn(trade, { order: id, back: null, as, why, restock }),
  );
  const refund = refundedSince(before, order, parts.shop.currency);
  return `Order ${order.number} is ${order.status}.${backWords(refund, parts)}${owedWords(order, parts)}\n`;
}

function owedWords(order: Order, { shop }: TradeParts): string {
  const owed = stillToPay(order, shop.currency);
  if (!isHeldBack(order) || owed.amount === 0) return '';
  return ` ${formatMoney(owed, shop.locale)} is still to be paid: keep what comes instead here until then ("parley payments").`;
}

export async function refundByNumber(
  parts: TradeParts,
  { number, amount: typed, why }: { readonly number: string; readonly amount: string; readonly why: string },
): Promise<string> {
  const { total } = await found(parts, number);
  const amount = amountIn(typed, total?.currency ?? parts.shop.currency);
  const order = await done(parts, number, (trade, { id }) => refundOrder(trade, { order: id, amount, why }));
  return `Order ${order.number}:${backWords(amount, parts)}\n`;
}

function backWords(refund: Money, { shop }: TradeParts): string {
  return refund.amount === 0 ? '' : ` ${formatMoney(refund, shop.locale)} goes back.`;
}

/** `12.50`, `12,50` in the currency's decimals. */
export function amountIn(typed: string, currency: string): Money {
  const value = Number(typed.trim().replace(',', '.'));
  const amount = Math.round(value * 10 ** currencyExponent(currency));
  if (/^\d+([.,]\d+)?$/u.test(typed.trim()) && Number.isSafeInteger(amount) && amount > 0) return { amount, currency };
  throw new Failure(`"${typed}" is no amount such as 12.50.`, 2);
}

export async function found({ store }: TradeParts, typed: string): Promise<Order> {
  for (const id of numbersIn(typed)) {
    const stored = await store.get('order', id);
    if (stored !== null) return orderOf(stored);
  }
  throw new Failure(noOrder(typed));
}

async function done<Result>(
  parts: TradeParts,
  typed: string,
  work: (trade: Trade, order: Order) => Promise<Result | Refusal>,
): Promise<Result> {
  const order = await found(parts, typed);
  const outcome = await transact(parts, { key: `desk:${randomUUID()}`, by }, (trade) => work(trade, order));
  if (isRefusal(outcome)) throw new Failure(whyNot(order, outcome, parts.shop));
  return outcome;
}
