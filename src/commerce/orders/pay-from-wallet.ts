import type { Money } from '../../catalog/money.ts';
import { onFile } from '../payment/unsettled.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import type { Order, Payment } from './order.ts';
import { moveOnGiftCard, type WalletWay } from './wallet.ts';

/**
 * The order paid so much from a way on file. A gift card is charged with this trade's commit. Any other is charged by a
 * person: the payment stays open until that is told (`applyPayment` with its reference), unless the merchant's own system does it at once. Refuses with `not-enough` (details: available).
 */
export async function payFromWallet(
  trade: Trade,
  order: Order,
  { way, amount }: { readonly way: WalletWay; readonly amount: Money },
): Promise<Order | Refusal> {
  const card = way.kind === 'gift-card';
  const taken = { ...amount, amount: -amount.amount };
  const refused = card ? await moveOnGiftCard(trade, { customer: order.customer, card: way.id, amount: taken }) : null;
  if (isRefusal(refused)) return refused;
  const payment: Payment = {
    provider: card ? 'gift-card' : onFile,
    reference: way.id,
    amount,
    state: card || trade.rules.orders.on_file_charged === 'at-once' ? 'paid' : 'open',
    url: null,
    at: trade.now,
  };
  return { ...order, payments: [...order.payments, payment] };
}

/** The order with nothing on file left to be charged. */
export function withoutOpenOnFile(order: Order): Order {
  const payments = order.payments.map((payment) =>
    payment.provider === onFile && payment.state === 'open' ? { ...payment, state: 'closed' as const } : payment,
  );
  return { ...order, payments };
}

/** What is still to be charged to ways on file, in minor units. */
export function openOnFile({ payments }: Order): number {
  const open = payments.filter(({ provider, state }) => provider === onFile && state === 'open');
  return open.reduce((sum, { amount }) => sum + amount.amount, 0);
}

/** The order with no more left to be charged to ways on file than is owed: the latest is charged less first. */
export function withOnFileWithin(order: Order, owed: number): Order {
  let over = openOnFile(order) - owed;
  if (over <= 0) return order;
  const payments = order.payments.toReversed().map((payment) => {
    if (over <= 0 || payment.provider !== onFile || payment.state !== 'open') return payment;
    const less = Math.min(over, payment.amount.amount);
    over -= less;
    if (less === payment.amount.amount) return { ...payment, state: 'closed' as const };
    return { ...payment, amount: { ...payment.amount, amount: payment.amount.amount - less } };
  });
  return { ...order, payments: payments.reverse() };
}
