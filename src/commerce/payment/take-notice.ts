import { type AppliedPayment, applyPayment } from '../orders/apply-payment.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { transact } from '../trade.ts';
import { payRefunds } from './pay-refunds.ts';
import type { PaymentParts } from './payment-parts.ts';
import type { PaymentNotice } from './provider.ts';
import { refundStray } from './refund-stray.ts';

/**
 * Takes in what a provider tells. When it resolves, it is durable; the same again changes nothing. Money in a currency that the order is not
 * in goes back at once. Refuses as `applyPayment` does. Throws when it could not be kept: then it has to be told again.
 */
export async function takeNotice(parts: PaymentParts, notice: PaymentNotice): Promise<AppliedPayment | Refusal> {
  const { provider, reference, state, order, refund } = notice;
  const key = `payment:${provider}:${refund?.reference ?? reference}:${state}`;
  const by = { who: 'system', what: provider } as const;
  const applied = await transact(parts, { key, by }, (trade) => applyPayment(trade, notice));
  if (!isRefusal(applied)) await payRefunds(parts, order);
  else if (state === 'paid') await handBack(parts, notice, applied);
  return applied;
}

/** Without an order nothing says yet that it will not come; reconciliation looks at that once more. */
async function handBack(parts: PaymentParts, notice: PaymentNotice, { refused }: Refusal): Promise<void> {
  parts.log.warn('PAYMENT_UNFIT', { provider: notice.provider, reason: refused });
  if (refused === 'other-currency') await refundStray(parts, notice);
}
