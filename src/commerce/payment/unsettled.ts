import { type Accounted, ledgerOf } from '../orders/ledger.ts';

/** The provider of a payment by a way that the customer has on file and a person, or another system, charges. */
export const onFile = 'on-file';

interface Paying extends Accounted {
  readonly payments: readonly (Accounted['payments'][number] & { readonly provider: string })[];
  readonly refunds: readonly (Accounted['refunds'][number] & { readonly state: string })[];
  readonly returns: readonly (Accounted['returns'][number] & { readonly state: string })[];
}

/**
 * What is still to be done about an order's money, most urgent first; `undefined`: nothing but to wait. `came-back`: its parcel could not
 * be brought, and nobody has decided yet. `to-pay`: a part was paid, and a change made it cost more.
 */
export type Unsettled = 'refund-due' | 'to-close' | 'by-hand' | 'came-back' | 'to-pay';

export function unsettledOf(order: Paying): Unsettled | undefined {
  if (order.refunds.some(({ state }) => state === 'due')) return 'refund-due';
  if (paymentsToClose(order).length > 0) return 'to-close';
  if (order.refunds.some(({ state }) => state === 'by-hand')) return 'by-hand';
  if (order.status === 'returned' && order.returns.some(({ state }) => state === 'requested')) return 'came-back';
  return isPartPaid(order) ? 'to-pay' : undefined;
}

/** Not what waits for its money anyway; what is charged to a way on file is as good as paid. */
function isPartPaid(order: Paying): boolean {
  if (order.status === 'awaiting-payment' || !isToBePaid(order)) return false;
  const { held = 0, owed = 0 } = ledgerOf(order) ?? {};
  const charged = order.payments.filter(({ state, provider }) => state === 'open' && provider === onFile);
  return held > 0 && owed > charged.reduce((sum, { amount }) => sum + amount.amount, 0);
}

/** Payments that somebody could still make and nobody should: a later one stands in their place, or the order needs none any more. */
export function paymentsToClose<Order extends Paying>(order: Order): Order['payments'] {
  const open = order.payments.filter(({ state, provider }) => state === 'open' && provider !== onFile);
  const wanted = isToBePaid(order) ? open.at(-1) : undefined;
  return open.filter((payment) => payment !== wanted);
}

function isToBePaid(order: Paying): boolean {
  if (['cancelled', 'expired'].includes(order.status)) return false;
  const ledger = ledgerOf(order);
  return ledger === null ? order.payments.every(({ state }) => state !== 'paid') : ledger.owed > 0;
}
