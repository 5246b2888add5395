import type { Order, Payment } from '../orders/order.ts';
import type { PaymentNotice, PaymentProviders, PaymentState } from './provider.ts';

/**
 * What the providers know of an order's open payments and the order does not yet, as if they had told it by themselves. Throws
 * `PaymentProviderDown`.
 */
export async function learn(providers: PaymentProviders, order: Order, now: number): Promise<readonly PaymentNotice[]> {
  const open = order.payments.filter(({ state }) => state === 'open');
  const learnt = await Promise.all(open.map((payment) => askOne(providers, { order: order.id, payment, now })));
  return learnt.filter((notice) => notice !== null);
}

interface Asked {
  readonly order: string;
  readonly payment: Payment;
  readonly now: number;
}

async function askOne(providers: PaymentProviders, { order, payment, now }: Asked): Promise<PaymentNotice | null> {
  const { provider, reference } = payment;
  const known = (await providers.get(provider)?.state({ order, reference })) ?? null;
  const said = known && saidBy(known, payment);
  return said && { provider, order, reference, ...said, at: now };
}

function saidBy({ state, paid }: PaymentState, { amount }: Payment): Pick<PaymentNotice, 'state' | 'amount'> | null {
  return state === 'open' ? null : { state, amount: state === 'paid' ? (paid ?? amount) : amount };
}
