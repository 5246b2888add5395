import colours from 'picocolors';
import { formatMoney } from '../catalog/format-money.ts';
import { ledgerOf, owedOf } from '../commerce/orders/ledger.ts';
import type { Order, Refund } from '../commerce/orders/order.ts';
import { type Which, walkOrders } from '../commerce/orders/walk-orders.ts';
import { receiveMoney, refundedByHand } from '../commerce/payment/by-hand.ts';
import type { PaymentParts } from '../commerce/payment/payment-parts.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import { ago } from './ago.ts';
import { Failure } from './failure.ts';
import { amountIn, found } from './orders-commands.ts';

/** What is waited for, then what a person has to do. */
export async function listPayments(parts: PaymentParts): Promise<string> {
  const [waiting, toPay, due, byHand, back] = await Promise.all([
    rows(parts, { status: 'awaiting-payment' }, (order) => [waitingRow(parts, order)]),
    rows(parts, { unsettled: 'to-pay' }, (order) => [waitingRow(parts, order)]),
    rows(parts, { unsettled: 'refund-due' }, (order) => refundRows(parts, order)),
    rows(parts, { unsettled: 'by-hand' }, (order) => refundRows(parts, order)),
    rows(parts, { unsettled: 'came-back' }, (order) => [cameBackRow(parts, order)]),
  ]);
  if ([waiting, toPay, due, byHand, back].every(({ length }) => length === 0))
    return 'No money is waited for, and none has to go back.\n';
  return [
    section('Waited for', waiting),
    section('A difference that is still to be paid', toPay),
    section('Goes back by itself', due),
    section('Yours to pay back', byHand),
    section('Came back, yours to decide', back),
    help,
  ]
    .filter((text) => text !== '')
    .join('\n');
}

const help = `${colours.dim('parley payments received ORDER [AMOUNT] · parley payments refunded ORDER REFUND')}\n`;

async function rows(parts: PaymentParts, which: Which, row: (order: Order) => readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for await (const order of walkOrders(parts.store, which)) all.push(...row(order));
  return all;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${colours.bold(title)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function waitingRow({ shop, clock }: PaymentParts, order: Order): string {
  const owed = owedOf(order);
  const money = owed === null ? '?' : formatMoney(owed, shop.locale);
  const since = order.placedAt === null ? '' : ` · placed ${ago(Date.parse(order.placedAt), clock.now())}`;
  return `${order.number}  ${money} · ${order.payBy ?? 'no way to pay yet'}${since}`;
}

function cameBackRow({ shop }: PaymentParts, order: Order): string {
  const ledger = ledgerOf(order);
  const held = ledger === null ? '?' : formatMoney({ amount: ledger.held, currency: ledger.currency }, shop.locale);
  return `${order.number}  ${held} paid · parley orders receive-return ${order.number}`;
}

function refundRows({ shop }: PaymentParts, { number, refunds }: Order): readonly string[] {
  const open = refunds.filter(({ state }) => state !== 'done');
  return open.map(
    (refund) => `${number}  ${refund.id}  ${formatMoney(refund.amount, shop.locale)} · ${whereTo(refund)}`,
  );
}

/** The provider's own number, by which a person finds the payment there. */
function whereTo({ to, why }: Refund): string {
  return why === '' ? `to ${to}` : `to ${to} · ${why}`;
}

export async function receivedByNumber(
  parts: PaymentParts,
  { order: typed, amount: given }: { readonly order: string; readonly amount: string | null },
): Promise<string> {
  const before = await found(parts, typed);
  const amount = given === null ? null : amountIn(given, before.total?.currency ?? parts.shop.currency);
  const order = await receiveMoney(parts, { order: before.id, amount });
  if (isRefusal(order)) throw new Failure(whyNot(before, order));
  const owed = owedOf(order);
  const rest = owed === null || owed.amount === 0 ? 'paid' : `${formatMoney(owed, parts.shop.locale)} still to come`;
  const back =
    order.refunds.length > before.refunds.length ? ' Too much, or too late, came: see "parley payments".' : '';
  return `Order ${order.number}: ${rest}; it is ${order.status}.${back}\n`;
}

export async function refundedByNumber(
  parts: PaymentParts,
  { order: typed, refund }: { readonly order: string; readonly refund: string },
): Promise<string> {
  const before = await found(parts, typed);
  const order = await refundedByHand(parts, { order: before.id, refund });
  if (isRefusal(order)) throw new Failure(whyNot(before, order));
  return `Order ${order.number}: ${refund} is paid back.\n`;
}

function whyNot({ number }: Order, { refused }: Refusal): string {
  switch (refused) {
    case 'nothing-owed':
      return `Order ${number} has nothing left to be paid.`;
    case 'other-currency':
      return `Order ${number} is in another currency.`;
    case 'not-by-hand':
      return `That refund of order ${number} is done already, or its provider pays it by itself.`;
    default:
      return `Order ${number} has no such refund. "parley payments" lists those that are yours to pay.`;
  }
}
