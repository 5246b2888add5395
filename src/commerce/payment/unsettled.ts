interface Paying {
  readonly status: string;
  readonly payBy: string | null;
  readonly payments: readonly { readonly provider: string; readonly reference: string; readonly state: string }[];
  readonly refunds: readonly { readonly state: string }[];
}

/** What is still to be done about an order's money, most urgent first; `undefined`: nothing but to wait. */
export type Unsettled = 'refund-due' | 'to-close' | 'by-hand';

export function unsettledOf(order: Paying): Unsettled | undefined {
  if (order.refunds.some(({ state }) => state === 'due')) return 'refund-due';
  if (paymentsToClose(order).length > 0) return 'to-close';
  return order.refunds.some(({ state }) => state === 'by-hand') ? 'by-hand' : undefined;
}

/** Payments that somebody could still make and nobody should: a later one stands in their place, or the order needs none any more. */
export function paymentsToClose<Order extends Paying>(order: Order): Order['payments'] {
  const open = order.payments.filter(({ state }) => state === 'open');
  const wanted = isToBePaid(order) ? open.at(-1) : undefined;
  return open.filter((payment) => payment !== wanted);
}

function isToBePaid({ status, payments }: Paying): boolean {
  return !['cancelled', 'expired'].includes(status) && payments.every(({ state }) => state !== 'paid');
}
