import type { PaymentNotice } from '../payment/provider.ts';
import type { Trade } from '../trade.ts';
import { withChange } from './machine.ts';
import type { Order, Refund } from './order.ts';

/** A refund's idempotency key at its provider. */
export function refundKey({ id }: Pick<Order, 'id'>, refund: Pick<Refund, 'id'>): string {
  return `refund:${id}:${refund.id}`;
}

const what = 'refund-failed';

/** The money is with the shop again: a person has to give it back by other means. Told again, it changes nothing. */
export function withFailedRefund(trade: Trade, order: Order, { refund: failed, at }: PaymentNotice): Order {
  const refund = order.refunds.find((one) => refundKey(order, one) === failed?.key);
  const wasTold = order.history.some((change) => change.what === what && change.why === refund?.id);
  if (failed === undefined || refund === undefined || wasTold) return order;
  const after: Refund = { ...refund, state: 'by-hand', reference: failed.reference, at };
  const refunds = order.refunds.map((one) => (one === refund ? after : one));
  return withChange(trade, { ...order, refunds }, { what, why: refund.id });
}

/** Only a refund that failed keeps its provider's id while it is a person's. */
export function hasFailed({ state, reference }: Refund): boolean {
  return state === 'by-hand' && reference !== null;
}
