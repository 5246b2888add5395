import { isRefusal } from '../refusal.ts';
import type { PaymentParts } from './payment-parts.ts';
import type { PaymentNotice } from './provider.ts';
import { storeMark } from './store-mark.ts';

/**
 * Gives back money that belongs to no order, whole and once; only what was opened from this very store, for all else may be a living shop's,
 * whose keys or address a copy has. Throws when the provider is out of reach.
 */
export async function refundStray({ payments, log, store }: PaymentParts, notice: PaymentNotice): Promise<void> {
  const { provider: id, order, reference, amount } = notice;
  const provider = payments.get(id);
  // The demo keeps its payments in this store.
  if (!provider?.pretend && (notice.store === undefined || notice.store !== (await storeMark(store)))) {
    log.warn('PAYMENT_OF_ANOTHER_STORE', { provider: id });
    return;
  }
  const known = (await provider?.state({ order, reference })) ?? null;
  if (known !== null && (known.refunded?.amount ?? 0) > 0) return;
  const given = await provider?.refund({ order, reference, amount, key: `stray:${reference}`, reason: 'no order' });
  const outcome = given === undefined || isRefusal(given) ? 'by-hand' : 'refunded';
  log.error('PAYMENT_WITHOUT_ORDER', { provider: id, outcome });
}
