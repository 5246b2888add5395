import type { Money } from '../../catalog/money.ts';

/** What of an order its money depends on. */
export interface Accounted {
  readonly status: string;
  readonly total: Money | null;
  readonly payments: readonly { readonly reference: string; readonly state: string; readonly amount: Money }[];
  readonly refunds: readonly { readonly id: string; readonly to: string; readonly amount: Money }[];
  readonly returns: readonly { readonly granted: boolean; readonly refund: Money }[];
}

/**
 * An order's money. It holds after every operation, and tests assert it: what was paid less what was refunded (also what is still to be
 * paid back) is what the order is worth, less what the shopper still owes; none of these is ever negative.
 */
export interface Ledger {
  readonly currency: string;
  readonly paid: number;
  readonly refunded: number;
  /** Paid and not refunded. */
  readonly held: number;
  /** What the shopper keeps costs so much: nothing once it is cancelled or expired. */
  readonly worth: number;
  /** What the shopper has still to pay. */
  readonly owed: number;
  /** What the shop has to give back. */
  readonly excess: number;
}

/** `null` for an order whose total nobody knows (imported): no money is moved on it. */
export function ledgerOf(order: Accounted): Ledger | null {
  if (order.total === null) return null;
  const { currency } = order.total;
  const paid = sum(order.payments.filter(({ state }) => state === 'paid').map(({ amount }) => amount));
  const refunded = sum(order.refunds.map(({ amount }) => amount));
  const held = paid - refunded;
  const worth = worthOf(order, order.total.amount);
  return {
    currency,
    paid,
    refunded,
    held,
    worth,
    owed: Math.max(0, worth - held),
    excess: Math.max(0, held - worth),
  };
}

/** What is still to be paid; `null`: the order's total is not known. */
export function owedOf(order: Accounted): Money | null {
  const ledger = ledgerOf(order);
  return ledger === null ? null : { amount: ledger.owed, currency: ledger.currency };
}

/** What has gone back, or is to go back, of an order since it was `before`. `currency`: of an order whose total is not known. */
export function refundedSince(before: Accounted, after: Accounted, currency: string): Money {
  const amount = (ledgerOf(after)?.refunded ?? 0) - (ledgerOf(before)?.refunded ?? 0);
  return { amount, currency: after.total?.currency ?? currency };
}

/** A refund that a person granted without anything coming back. */
export const givenPrefix = 'given-';

function worthOf({ status, returns, refunds }: Accounted, total: number): number {
  if (status === 'cancelled' || status === 'expired') return 0;
  const back = sum(returns.filter(({ granted }) => granted).map(({ refund }) => refund));
  const given = sum(refunds.filter(({ id }) => id.startsWith(givenPrefix)).map(({ amount }) => amount));
  return Math.max(0, total - back - given);
}

function sum(amounts: readonly Money[]): number {
  return amounts.reduce((all, { amount }) => all + amount, 0);
}

/** What of each payment has not gone back to it, in the order in which they were made; payments of one reference count as one. */
export function refundable(order: Accounted): readonly { readonly reference: string; readonly left: number }[] {
  const paid = order.payments.filter(({ state }) => state === 'paid');
  const references = [...new Set(paid.map(({ reference }) => reference))];
  return references.map((reference) => {
    const came = sum(paid.filter((payment) => payment.reference === reference).map(({ amount }) => amount));
    const went = sum(order.refunds.filter(({ to }) => to === reference).map(({ amount }) => amount));
    return { reference, left: came - went };
  });
}
