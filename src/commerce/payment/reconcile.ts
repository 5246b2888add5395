import type { JobRun } from '../../jobs/jobs.ts';
import { errorCode } from '../../runtime/log.ts';
import { expireOrder } from '../orders/expire-order.ts';
import type { Order } from '../orders/order.ts';
import { readOrder } from '../orders/order-documents.ts';
import { type Which, walkOrders } from '../orders/walk-orders.ts';
import { isRefusal } from '../refusal.ts';
import { transact } from '../trade.ts';
import { learn } from './learn.ts';
import { payRefunds } from './pay-refunds.ts';
import type { PaymentParts } from './payment-parts.ts';
import type { PaymentNotice, PaymentProvider } from './provider.ts';
import { refundStray } from './refund-stray.ts';
import { keepStoreMark } from './store-mark.ts';
import { takeNotice } from './take-notice.ts';
import { paymentsToClose } from './unsettled.ts';

const minuteMs = 60_000;
const everyMs = 5 * minuteMs;
/** The job of the order itself comes first. */
const expiryGraceMs = 2 * minuteMs;
/** Whoever writes an order and opens its payment may take so long. */
const strayGraceMs = 10 * minuteMs;
/** Providers repeat a lost post for days (Stripe: three); a shop that was closed as long looks back as far. */
const firstLookMs = 3 * 24 * 60 * minuteMs;
/** Two clocks may differ, and a provider's list may lag. */
const overlapMs = 60 * minuteMs;

/** What the job `reconcile-payments` does, every five minutes: brings orders and what their providers know together again. */
export function reconcilePaymentsErrand(parts: PaymentParts): JobRun {
  const looked = new Map<string, number>();
  return async () => {
    await reconcilePayments(parts, looked);
    return { again: parts.clock.now() + everyMs };
  };
}

/** `looked`: up to when each provider's payments have been looked at; kept from one time to the next. Never rejects. */
export async function reconcilePayments(parts: PaymentParts, looked: Map<string, number>): Promise<void> {
  await tried(parts, () => keepStoreMark(parts.store));
  const each = (which: Which, see: (order: Order) => Promise<unknown>) =>
    tried(parts, async () => {
      for await (const order of walkOrders(parts.store, which)) await tried(parts, () => see(order));
    });
  await each({ status: 'awaiting-payment' }, (order) => askAndExpire(parts, order));
  for (const provider of parts.payments.values()) await tried(parts, () => takeUnheard(parts, provider, looked));
  await each({ unsettled: 'to-close' }, (order) => closeOpen(parts, order));
  await each({ unsettled: 'refund-due' }, ({ id }) => payRefunds(parts, id));
}

/** One order's trouble holds up no other. */
async function tried(parts: PaymentParts, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    parts.log.error('RECONCILIATION_FAILED', { code: errorCode(error) });
  }
}

async function askAndExpire(parts: PaymentParts, order: Order): Promise<void> {
  const now = parts.clock.now();
  await tried(parts, async () => {
    for (const notice of await learn(parts.payments, order, now)) await takeNotice(parts, notice);
  });
  if (order.reservedUntil === null || order.reservedUntil + expiryGraceMs > now) return;
  const trade = { key: `expire:${order.id}`, by: { who: 'system', what: 'reconciliation' } } as const;
  const expired = await transact(parts, trade, (one) => expireOrder(one, { order: order.id }));
  if (!isRefusal(expired)) await payRefunds(parts, order.id);
}

/** Payments whose notice never came, and payments that no order is there for. */
async function takeUnheard(parts: PaymentParts, provider: PaymentProvider, looked: Map<string, number>): Promise<void> {
  if (!provider.paidSince) return;
  const now = parts.clock.now();
  const notices = await provider.paidSince(looked.get(provider.id) ?? now - firstLookMs);
  for (const notice of notices) await takeOrRefund(parts, notice, now);
  looked.set(provider.id, now - overlapMs);
}

async function takeOrRefund(parts: PaymentParts, notice: PaymentNotice, now: number): Promise<void> {
  const isKnown = (await parts.store.get('order', notice.order)) !== null;
  if (isKnown) await takeNotice(parts, notice);
  else if (notice.at + strayGraceMs < now) await refundStray(parts, notice);
}

async function closeOpen(parts: PaymentParts, order: Order): Promise<void> {
  const now = parts.clock.now();
  for (const { provider, reference, amount } of paymentsToClose(order)) {
    const closed = await parts.payments.get(provider)?.close?.({ order: order.id, reference });
    // What was paid after all is told with the amount that came.
    if (closed === 'paid') continue;
    await takeNotice(parts, { provider, order: order.id, reference, state: 'closed', amount, at: now });
  }
  const left = (await readOrder(parts, order.id))?.order ?? order;
  for (const notice of await learn(parts.payments, left, now)) await takeNotice(parts, notice);
}
