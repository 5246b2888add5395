import type { Money } from '../../catalog/money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { afterChange } from './after-change.ts';
import { giveBack } from './give-back.ts';
import { ledgerOf, refundedSince } from './ledger.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { payFromWallet, withoutOpenOnFile } from './pay-from-wallet.ts';
import { notChangeable } from './policy.ts';
import { tradeFor } from './preview.ts';
import { stillToPay } from './settle-difference.ts';
import { readWallet, type WalletWay, wayIn } from './wallet.ts';

export interface PaymentWanted {
  readonly order: string;
  /** A way on file, by its id, kind or label; or a provider that the shop offers, for an order that nothing is paid of yet. */
  readonly payBy: string;
  readonly preview?: boolean | undefined;
}

export interface PaymentChanged {
  readonly order: Order;
  /** What goes back to where it came from. */
  readonly refund: Money;
  /** What the shopper has still to pay. */
  readonly due: Money;
}

/**
 * Another way to pay for an order that has not left: all of it is paid with that one, and what was paid goes back to where it came from.
 * Refuses with `not-found`, `not-now` (details: status), `not-allowed` (also where paying so costs something else, or comes later), `once-only`, `not-a-way-to-pay`, `nothing-to-do` (it is that
 * already), `already-paid` (for a provider), `not-enough` (a gift card; details: available).
 */
export async function changePayment(given: Trade, wanted: PaymentWanted): Promise<PaymentChanged | Refusal> {
  const trade = tradeFor(given, wanted);
  const read = await readOrder(trade, wanted.order);
  if (read === null) return notFound;
  const { order, revision } = read;
  const refused = notChangeable(trade, order, 'payment');
  if (refused !== null) return refused;
  const way = wayIn(await readWallet(trade, order.customer), wanted.payBy);
  const after =
    way === null ? withProvider(trade, order, wanted.payBy) : await withWay(trade, withoutOpenOnFile(order), way);
  if (isRefusal(after)) return after;
  const told = afterChange(trade, after, { what: 'way-to-pay', why: way?.id ?? wanted.payBy });
  stageOrder(trade, told, revision);
  const { currency } = trade.shop;
  return { order: told, refund: refundedSince(order, told, currency), due: stillToPay(told, currency) };
}

function withProvider(trade: Trade, order: Order, provider: string): Order | Refusal {
  if (!trade.rules.payment.methods.some((method) => method.provider === provider))
    return { refused: 'not-a-way-to-pay' };
  if ((ledgerOf(order)?.held ?? 0) > 0) return { refused: 'already-paid' };
  if (order.payBy === provider) return { refused: 'nothing-to-do' };
  return isAsGood(trade, order, provider)
    ? { ...withoutOpenOnFile(order), payBy: provider }
    : { refused: 'not-allowed' };
}

/** What goes ahead unpaid was agreed to be paid at the door, what waits for its money to be paid before; and the fee is in the total. */
function isAsGood({ rules }: Trade, { status, payBy }: Order, provider: string): boolean {
  const fee = (id: string | null) => rules.payment.methods.find((method) => method.provider === id)?.fee?.amount ?? 0;
  return status === 'awaiting-payment' && provider !== 'cash-on-delivery' && fee(provider) === fee(payBy);
}

async function withWay(trade: Trade, order: Order, way: WalletWay): Promise<Order | Refusal> {
  const ledger = ledgerOf(order);
  if (ledger === null) return { refused: 'not-now', details: { status: order.status } };
  if (paidWith(order, way.id, ledger.worth)) return { refused: 'nothing-to-do' };
  const amount = { amount: ledger.worth, currency: ledger.currency };
  const paid = await payFromWallet(trade, order, { way, amount });
  if (isRefusal(paid)) return paid;
  const why = 'Another way to pay was chosen.';
  const back = await giveBack(trade, order, { amount: ledger.held, to: 'original', why });
  const payments = [...order.payments, ...paid.payments.slice(order.payments.length)];
  return { ...back, payments, payBy: way.id };
}

/** All that it is worth came from there. */
function paidWith({ payments, payBy, refunds }: Order, id: string, worth: number): boolean {
  const came = payments.filter(({ reference, state }) => reference === id && state !== 'closed' && state !== 'failed');
  const went = refunds.filter(({ to }) => to === id).reduce((sum, { amount }) => sum + amount.amount, 0);
  return payBy === id || (worth > 0 && came.reduce((sum, { amount }) => sum + amount.amount, 0) - went >= worth);
}
