import { createHash } from 'node:crypto';
import type { Money } from '../../catalog/money.ts';
import type { Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { giveBack } from './give-back.ts';
import { ledgerOf } from './ledger.ts';
import { withChange } from './machine.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';

/**
 * Gives back a part of what was paid, or all, though nothing comes back: a merchant's word. The same trade again gives nothing more.
 * Refuses with `not-found`, `nothing-to-do`, `other-currency`, `too-much` (details: most).
 */
export async function refundOrder(
  trade: Trade,
  { order: id, amount, why }: { readonly order: string; readonly amount: Money; readonly why: string },
): Promise<Order | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const { order, revision } = read;
  const what = `refund ${markOf(trade.key)}`;
  if (order.history.some((change) => change.what === what)) return order;
  const refused = notRefundable(order, amount);
  if (refused !== null) return refused;
  const given = { amount: amount.amount, to: 'original', why: why || 'A refund of the shop.', given: true };
  const after = withChange(trade, await giveBack(trade, order, given), { what, why });
  stageOrder(trade, after, revision);
  return after;
}

function notRefundable(order: Order, { amount, currency }: Money): Refusal | null {
  const ledger = ledgerOf(order);
  if (ledger === null || ledger.held === 0) return { refused: 'too-much', details: { most: { amount: 0, currency } } };
  if (ledger.currency !== currency) return { refused: 'other-currency' };
  if (amount <= 0) return { refused: 'nothing-to-do' };
  return amount > ledger.held ? { refused: 'too-much', details: { most: { amount: ledger.held, currency } } } : null;
}

function markOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
