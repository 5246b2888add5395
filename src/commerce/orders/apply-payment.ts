import type { PaymentNotice } from '../payment/provider.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { withCommitmentsRenewed } from './commitments.ts';
import { withExchangeSent } from './exchange-sent.ts';
import { hasFailed, withFailedRefund } from './failed-refund.ts';
import { giveBackExcess } from './give-back.ts';
import { givenPrefix, ledgerOf } from './ledger.ts';
import { stepOrder, withChange } from './machine.ts';
import type { Order, Payment, Refund } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { type OrderNews, stageOrderNews } from './order-news.ts';

export interface AppliedPayment {
  readonly order: Order;
  /** What the shopper is told of it; `null`: nothing has happened that they do not know. */
  readonly news: OrderNews | null;
}

/**
 * What a provider tells of a payment comes to the order. The same notice again changes nothing, in whatever order notices come. What is
 * beyond the order's worth goes back; so does all of it when the order is given up, or has expired and its pieces are gone.
 * Refuses with `not-found` and `other-currency`.
 */
export async function applyPayment(trade: Trade, notice: PaymentNotice): Promise<AppliedPayment | Refusal> {
  const read = await readOrder(trade, notice.order);
  if (read === null) return notFound;
  const { order, revision } = read;
  if (order.total !== null && order.total.currency !== notice.amount.currency) return { refused: 'other-currency' };
  const applied = await outcomeOf(trade, order, notice);
  if (applied.order === order) return applied;
  stageOrder(trade, applied.order, revision);
  if (applied.news !== null) stageOrderNews(trade, applied.order, { news: applied.news, about: notice.reference });
  return applied;
}

async function outcomeOf(trade: Trade, order: Order, notice: PaymentNotice): Promise<AppliedPayment> {
  switch (notice.state) {
    case 'paid':
      return isPaid(order, notice) ? { order, news: null } : await afterMoney(trade, withPaid(trade, order, notice));
    case 'failed':
    case 'closed':
      return { order: withEnded(trade, order, { ...notice, state: notice.state }), news: null };
    case 'refunded':
      return { order: withRefunded(trade, order, notice), news: null };
    case 'refund-failed':
      return { order: withFailedRefund(trade, order, notice), news: null };
  }
}

function isPaid({ payments }: Order, { reference }: PaymentNotice): boolean {
  return payments.some((payment) => payment.reference === reference && payment.state === 'paid');
}

function withPaid(trade: Trade, order: Order, notice: PaymentNotice): Order {
  const { provider, reference, amount, at } = notice;
  const known = order.payments.find((payment) => payment.reference === reference);
  const paid: Payment = { ...(known ?? { provider, reference, url: null }), amount, state: 'paid', at };
  const payments = known
    ? order.payments.map((payment) => (payment === known ? paid : payment))
    : [...order.payments, paid];
  return withChange(trade, { ...order, payments }, { what: 'payment', why: reference });
}

/** A payment that was made stays made: a late "failed" is about an earlier try. */
function withEnded(trade: Trade, order: Order, { reference, state }: PaymentNotice & { state: 'failed' | 'closed' }) {
  const open = order.payments.find((payment) => payment.reference === reference && payment.state === 'open');
  if (open === undefined) return order;
  const payments = order.payments.map((payment) => (payment === open ? { ...payment, state } : payment));
  return withChange(trade, { ...order, payments }, { what: `payment-${state}`, why: reference });
}

async function afterMoney(trade: Trade, order: Order): Promise<AppliedPayment> {
  switch (order.status) {
    case 'awaiting-payment':
      return await placedWhenPaid(trade, order);
    case 'expired':
      return await paidAfterExpiry(trade, order);
    case 'cancelled':
      return await late(trade, order, 'The order was cancelled before the money came.');
    default: {
      const sent = await withExchangeSent(trade, order);
      return { order: await giveBackExcess(trade, sent, { why: tooMuch }), news: null };
    }
  }
}

const tooMuch = 'More was paid than was to be paid.';

/** A part of the money: it waits on for the rest. */
async function placedWhenPaid(trade: Trade, order: Order): Promise<AppliedPayment> {
  if ((ledgerOf(order)?.owed ?? 0) > 0) return { order, news: null };
  const placed = stepOrder(trade, { ...order, reservedUntil: null }, 'pay');
  if (isRefusal(placed)) return { order, news: null };
  return { order: await giveBackExcess(trade, placed, { why: tooMuch }), news: 'order-paid' };
}

/** It goes on as if the money had come in time, when it is enough and the pieces can be kept once more. */
async function paidAfterExpiry(trade: Trade, order: Order): Promise<AppliedPayment> {
  const enough = (ledgerOf(order)?.held ?? 0) >= (order.total?.amount ?? 0);
  const kept = enough ? await withCommitmentsRenewed(trade, order) : null;
  if (kept === null || isRefusal(kept)) {
    return await late(trade, order, 'The money came after the order had expired.');
  }
  const placed = stepOrder(trade, kept, 'pay', 'Paid after it had expired.');
  if (isRefusal(placed)) return await late(trade, order, 'The money came after the order had expired.');
  return { order: await giveBackExcess(trade, placed, { why: tooMuch }), news: 'order-paid' };
}

async function late(trade: Trade, order: Order, why: string): Promise<AppliedPayment> {
  return { order: await giveBackExcess(trade, order, { why }), news: 'payment-late' };
}

/**
 * What went back altogether, as the provider says: what was due to that payment is done, and what a person gave back at the provider's own
 * site is written down. Never more than that payment brought.
 */
function withRefunded(trade: Trade, order: Order, { reference, amount, provider, at }: PaymentNotice): Order {
  const done = doneFor(order, reference, at);
  const paid = order.payments.find((payment) => payment.reference === reference && payment.state === 'paid');
  const missing = Math.min(amount.amount, paid?.amount.amount ?? 0) - done;
  if (missing <= 0) return order;
  const settled = settleDue(order, { reference, missing, at });
  const rest = Math.min(missing - (doneFor(settled, reference, at) - done), Math.max(0, ledgerOf(settled)?.held ?? 0));
  const refund = {
    id: `${givenPrefix}${settled.refunds.length + 1}`,
    to: reference,
    amount: { amount: rest, currency: amount.currency },
    state: 'done' as const,
    why: `Given back at ${provider}.`,
    reference: null,
    at: trade.now,
  };
  if (rest <= 0 && settled === order) return order;
  const after = rest <= 0 ? settled : { ...settled, refunds: [...settled.refunds, refund] };
  return withChange(trade, after, { what: 'refunded', why: reference });
}

/** What was told before a refund failed counted that one as well. */
function doneFor({ refunds }: Order, reference: string, at: number): number {
  const done = refunds.filter((one) => one.to === reference && (one.state === 'done' || hasFailedSince(one, at)));
  return done.reduce((sum, { amount }) => sum + amount.amount, 0);
}

/** Just what is missing where one of them is that; else as many of them as it makes, the earliest first. */
function settleDue(
  order: Order,
  { reference, missing, at }: { readonly reference: string; readonly missing: number; readonly at: number },
): Order {
  const isOpen = (one: Refund) => one.state !== 'done' && !hasFailedSince(one, at);
  const waiting = order.refunds.filter((one) => one.to === reference && isOpen(one));
  const exact = waiting.findLast(({ state, amount }) => state === 'due' && amount.amount === missing);
  let open = missing;
  const settled = (exact ? [exact] : waiting).filter(({ amount }) => {
    const fits = amount.amount <= open;
    if (fits) open -= amount.amount;
    return fits;
  });
  const refunds = order.refunds.map((one) => (settled.includes(one) ? { ...one, state: 'done' as const } : one));
  return settled.length === 0 ? order : { ...order, refunds };
}

function hasFailedSince(refund: Refund, at: number): boolean {
  return hasFailed(refund) && refund.at >= at;
}
