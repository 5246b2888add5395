import type { Order, Payment } from '../orders/order.ts';
import type { PaymentProviders } from './provider.ts';
import { reached } from './provider-down.ts';
import { onFile } from './unsettled.ts';

/**
 * Takes back the open payments of an order at their providers; gives all its payments as they are then, or `paid` when one of them had been
 * made before it could be taken back. What a provider out of reach does not take back stays open: reconciliation sees to it later.
 */
export async function closePayments(providers: PaymentProviders, order: Order): Promise<readonly Payment[] | 'paid'> {
  const payments = await Promise.all(order.payments.map((payment) => closeOne(providers, order.id, payment)));
  return payments.some((payment, at) => payment.state === 'paid' && order.payments[at]?.state === 'open')
    ? 'paid'
    : payments;
}

async function closeOne(providers: PaymentProviders, order: string, payment: Payment): Promise<Payment> {
  if (payment.state !== 'open' || payment.provider === onFile) return payment;
  const { reference } = payment;
  const close = providers.get(payment.provider)?.close;
  // A provider that is not set up any more can be asked nothing, and one that has no way to take back ends by itself.
  if (!close) return { ...payment, state: 'closed' };
  return { ...payment, state: await reached(() => close({ order, reference }), payment.state) };
}
