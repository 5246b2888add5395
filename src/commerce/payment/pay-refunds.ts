import { errorCode } from '../../runtime/log.ts';
import { hasFailed, refundKey } from '../orders/failed-refund.ts';
import { withChange } from '../orders/machine.ts';
import type { Order, Refund } from '../orders/order.ts';
import { notFound, readOrder, stageOrder } from '../orders/order-documents.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Trade, transact } from '../trade.ts';
import type { PaymentParts } from './payment-parts.ts';
import { PaymentProviderDown } from './provider-down.ts';

/**
 * Asks the providers for the refunds of an order that are `due`, and writes down what became of them. A refund's id is its idempotency key:
 * asking again after a crash gives back once. What cannot be asked now stays due.
 */
export async function payRefunds(parts: PaymentParts, id: string): Promise<void> {
  const order = (await readOrder(parts, id))?.order;
  for (const refund of order?.refunds ?? []) {
    if (order && refund.state === 'due') await payOne(parts, order, refund);
  }
}

async function payOne(parts: PaymentParts, order: Order, refund: Refund): Promise<void> {
  const outcome = await askProvider(parts, order, refund);
  if (outcome === 'later') return;
  const work = (trade: Trade) => settleRefund(trade, { order: order.id, refund: refund.id, ...outcome });
  const by = { who: 'system', what: outcome.by } as const;
  await transact(parts, { key: refundKey(order, refund), by }, work);
}

interface Outcome {
  readonly state: 'done' | 'by-hand';
  readonly reference: string | null;
  readonly by: string;
}

async function askProvider(parts: PaymentParts, order: Order, refund: Refund): Promise<Outcome | 'later'> {
  const payment = order.payments.find(({ reference }) => reference === refund.to);
  const provider = payment && parts.payments.get(payment.provider);
  const by = payment?.provider ?? 'payments';
  if (!provider) return { state: 'by-hand', reference: null, by };
  const { to: reference, amount, why: reason } = refund;
  try {
    const given = await provider.refund({ order: order.id, reference, amount, key: refundKey(order, refund), reason });
    if (!isRefusal(given)) return { state: 'done', reference: given.reference, by };
    parts.log.warn('REFUND_BY_HAND', { provider: by, reason: given.refused });
    return { state: 'by-hand', reference: null, by };
  } catch (error) {
    if (!(error instanceof PaymentProviderDown)) throw error;
    parts.log.warn('REFUND_LATER', { provider: by, code: errorCode(error) });
    return 'later';
  }
}

export interface SettledRefund {
  readonly order: string;
  readonly refund: string;
  readonly state: 'done' | 'by-hand';
  /** The provider's. */
  readonly reference: string | null;
}

/** What is done stays done. Refuses with `not-found`. */
export async function settleRefund(
  trade: Trade,
  { order: id, refund: wanted, state, reference }: SettledRefund,
): Promise<Order | Refusal> {
  const read = await readOrder(trade, id);
  const refund = read?.order.refunds.find((one) => one.id === wanted);
  if (!read || !refund) return notFound;
  const { order, revision } = read;
  if (refund.state === 'done' || refund.state === state) return order;
  // Its provider accepted it a moment ago, and has told since that it came to nothing.
  if (hasFailed(refund) && reference === refund.reference) return order;
  const refunds = order.refunds.map((one) => (one === refund ? { ...one, state, reference } : one));
  const what = state === 'done' ? 'refunded' : 'refund-by-hand';
  const settled = withChange(trade, { ...order, refunds }, { what, why: refund.id });
  stageOrder(trade, settled, revision);
  return settled;
}
