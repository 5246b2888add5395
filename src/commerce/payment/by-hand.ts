import type { Money } from '../../catalog/money.ts';
import { owedOf } from '../orders/ledger.ts';
import type { Order } from '../orders/order.ts';
import { notFound, readOrder } from '../orders/order-documents.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { transact } from '../trade.ts';
import { settleRefund } from './pay-refunds.ts';
import type { PaymentParts } from './payment-parts.ts';
import type { PaymentNotice } from './provider.ts';
import { takeNotice } from './take-notice.ts';

/** A person has money in hand, or on the account. */
export interface Received {
  /** The order's id. */
  readonly order: string;
  /** `null`: all that is still to be paid. */
  readonly amount: Money | null;
}

/**
 * Money that a person says has come. Refuses with `not-found`, `nothing-owed` (a second time by mistake) and `other-currency`; more than
 * is owed is due to go back, as from any provider.
 */
export async function receiveMoney(parts: PaymentParts, { order: id, amount }: Received): Promise<Order | Refusal> {
  const order = (await readOrder(parts, id))?.order;
  if (!order) return notFound;
  const owed = owedOf(order);
  if (owed === null || (owed.amount === 0 && !isLate(order))) return { refused: 'nothing-owed' };
  const due = amount ?? (owed.amount === 0 ? order.total : owed);
  if (due === null || due.amount <= 0) return { refused: 'nothing-owed' };
  const taken = await takeNotice(parts, noticeFor(order, due, parts.clock.now()));
  return isRefusal(taken) ? taken : taken.order;
}

/** A transfer may come after its order has ended; then its money is there all the same. */
function isLate({ status, payments }: Order): boolean {
  return ['expired', 'cancelled'].includes(status) && payments.every(({ state }) => state !== 'paid');
}

function noticeFor(order: Order, amount: Money, at: number): PaymentNotice {
  const open = order.payments.findLast(({ provider, state }) => state === 'open' && offline.includes(provider));
  const provider = open?.provider ?? (offline.includes(order.payBy ?? '') ? order.payBy : null) ?? 'bank-transfer';
  const reference = open?.reference ?? `hand:${order.id}:${order.payments.length}`;
  return { provider, order: order.id, reference, state: 'paid', amount, at };
}

const offline: readonly string[] = ['cash-on-delivery', 'bank-transfer'];

/** A person has given back what no provider could. Refuses with `not-found` and `not-by-hand` (it is done, or its provider does it). */
export async function refundedByHand(
  parts: PaymentParts,
  { order: id, refund }: { readonly order: string; readonly refund: string },
): Promise<Order | Refusal> {
  const found = (await readOrder(parts, id))?.order.refunds.find((one) => one.id === refund);
  if (!found) return notFound;
  if (found.state !== 'by-hand') return { refused: 'not-by-hand' };
  const done = { order: id, refund, state: 'done', reference: null } as const;
  const trade = { key: `refunded:${id}:${refund}`, by: { who: 'merchant' } } as const;
  return await transact(parts, trade, (one) => settleRefund(one, done));
}
