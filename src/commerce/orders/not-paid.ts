import type { Refusal } from '../refusal.ts';
import { ledgerOf } from './ledger.ts';
import type { Order } from './order.ts';
import { stillToPay } from './settle-difference.ts';

/**
 * `not-paid` (details: due): the order must not leave the house yet, for a change made it cost more than was paid, be that nothing at all.
 * `null`: it may. What is paid on delivery owes everything and goes; so does what came from elsewhere, where nobody here knows of its money.
 */
export function notPaid(order: Order, currency: string): Refusal | null {
  const due = stillToPay(order, currency);
  if (due.amount === 0 || order.payBy === 'cash-on-delivery' || isFromElsewhere(order)) return null;
  return { refused: 'not-paid', details: { due: { ...due } } };
}

function isFromElsewhere(order: Order): boolean {
  return order.quote === null && order.payBy === null && ledgerOf(order)?.held === 0;
}
