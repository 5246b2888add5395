import { isRefusal } from '../refusal.ts';
import type { PaymentParts } from './payment-parts.ts';
import type { PaymentNotice } from './provider.ts';

/** Gives back money that belongs to no order, whole and once. Throws when the provider is out of reach. */
export async function refundStray({ payments, log }: PaymentParts, notice: PaymentNotice): Promise<void> {
  const { provider: id, order, reference, amount } = notice;
  const provider = payments.get(id);
  const known = (await provider?.state({ order, reference })) ?? null;
  if (known !== null && (known.refunded?.amount ?? 0) > 0) return;
  const given = await provider?.refund({ order, reference, amount, key: `stray:${reference}`, reason: 'no order' });
  const outcome = given === undefined || isRefusal(given) ? 'by-hand' : 'refunded';
  log.error('PAYMENT_WITHOUT_ORDER', { provider: id, outcome });
}
