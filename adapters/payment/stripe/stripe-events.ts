import Stripe from 'stripe';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import type { PaymentNotice } from '../../../src/commerce/payment/provider.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { stripeMoney } from './amounts.ts';
import { asked } from './client.ts';
import { orderMark, storeMark } from './session-params.ts';
import type { StripeParts } from './stripe-parts.ts';

/** A post this old is somebody's who has kept it (docs.stripe.com/webhooks: five minutes). */
const toleranceSeconds = 300;

/** `forged`: not signed by Stripe for this endpoint, or signed too long ago. */
export async function readStripePost(
  parts: StripeParts,
  { body, headers }: RawRequest,
): Promise<readonly PaymentNotice[] | Refusal> {
  const { client, webhookSecret, clock } = parts;
  const signature = headers['stripe-signature'] ?? '';
  try {
    const bytes = Buffer.from(body);
    const event = client.webhooks.constructEvent(
      ...([bytes, signature, webhookSecret, toleranceSeconds, undefined, clock.now()] as const),
    );
    return await noticesOf(parts, event);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return { refused: 'forged' };
    throw error;
  }
}

async function noticesOf(parts: StripeParts, event: Stripe.Event): Promise<readonly PaymentNotice[]> {
  const at = event.created * 1000;
  switch (event.type) {
    case 'checkout.session.completed':
      // Some ways to pay bring the money later; then its own event comes.
      return event.data.object.payment_status === 'paid' ? sessionNotice(event.data.object, 'paid', at) : [];
    case 'checkout.session.async_payment_succeeded':
      return sessionNotice(event.data.object, 'paid', at);
    case 'checkout.session.async_payment_failed':
      return sessionNotice(event.data.object, 'failed', at);
    case 'checkout.session.expired':
      return sessionNotice(event.data.object, 'closed', at);
    case 'charge.refunded':
      return await refundNotice(parts, event.data.object, at);
    case 'refund.failed':
    case 'refund.updated':
      return isLost(event.data.object) ? await lostRefundNotice(parts, event.data.object, at) : [];
    default:
      return [];
  }
}

/** Nothing of what others sell on the same account. */
export function sessionNotice(
  { id, metadata, amount_total, currency }: Stripe.Checkout.Session,
  state: 'paid' | 'failed' | 'closed',
  at: number,
): readonly PaymentNotice[] {
  const order = metadata?.[orderMark];
  if (order === undefined || amount_total === null || currency === null) return [];
  const store = metadata?.[storeMark];
  const amount = stripeMoney(amount_total, currency);
  return [{ provider: 'stripe', order, reference: id, state, amount, at, ...(store !== undefined && { store }) }];
}

/** What a refund carries, to be known again after Stripe has forgotten its idempotency key (24 hours or more). */
export const refundMark = 'parley_refund';

/** The money has not arrived, and is on the shop's balance again (docs.stripe.com/refunds#failed-refunds). */
export function isLost({ status }: Stripe.Refund): boolean {
  return status === 'failed' || status === 'canceled';
}

/** Somebody else's on the same account, or one that was made in the dashboard, is only logged. */
async function lostRefundNotice(
  parts: StripeParts,
  refund: Stripe.Refund,
  at: number,
): Promise<readonly PaymentNotice[]> {
  const { id, amount: units, currency, metadata, failure_reason: reason, payment_intent } = refund;
  parts.log.error('STRIPE_REFUND_FAILED', { reason: reason ?? refund.status ?? 'unknown' });
  const key = metadata?.[refundMark];
  const session = key === undefined ? null : await sessionOf(parts, idOf(payment_intent));
  const order = session?.metadata?.[orderMark];
  if (key === undefined || session === null || order === undefined) return [];
  const told = { provider: 'stripe', order, reference: session.id, state: 'refund-failed' } as const;
  return [{ ...told, amount: stripeMoney(units, currency), at, refund: { key, reference: id } }];
}

/** Charges and refunds do not name their session: Stripe is asked for it. */
async function sessionOf({ client, log }: StripeParts, intent: string | null) {
  if (intent === null) return null;
  const { data } = await asked(log, () => client.checkout.sessions.list({ payment_intent: intent, limit: 1 }));
  return data[0] ?? null;
}

async function refundNotice(parts: StripeParts, charge: Stripe.Charge, at: number) {
  const order = charge.metadata[orderMark];
  if (order === undefined) return [];
  const session = await sessionOf(parts, idOf(charge.payment_intent));
  const amount = stripeMoney(charge.amount_refunded, charge.currency);
  return session ? [{ provider: 'stripe', order, reference: session.id, state: 'refunded', amount, at } as const] : [];
}

export function idOf(thing: string | { readonly id: string } | null): string | null {
  return typeof thing === 'string' || thing === null ? thing : thing.id;
}
