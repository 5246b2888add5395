import Stripe from 'stripe';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import type { PaymentNotice } from '../../../src/commerce/payment/provider.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { stripeMoney } from './amounts.ts';
import { asked } from './client.ts';
import { orderMark } from './session-params.ts';
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
      parts.log.error('STRIPE_REFUND_FAILED', { reason: event.data.object.failure_reason ?? 'unknown' });
      return [];
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
  return [{ provider: 'stripe', order, reference: id, state, amount: stripeMoney(amount_total, currency), at }];
}

/** A charge does not name its session: Stripe is asked for it. */
async function refundNotice({ client, log }: StripeParts, charge: Stripe.Charge, at: number) {
  const order = charge.metadata[orderMark];
  const intent = idOf(charge.payment_intent);
  if (order === undefined || intent === null) return [];
  const { data } = await asked(log, () => client.checkout.sessions.list({ payment_intent: intent, limit: 1 }));
  const [session] = data;
  const amount = stripeMoney(charge.amount_refunded, charge.currency);
  return session ? [{ provider: 'stripe', order, reference: session.id, state: 'refunded', amount, at } as const] : [];
}

export function idOf(thing: string | { readonly id: string } | null): string | null {
  return typeof thing === 'string' || thing === null ? thing : thing.id;
}
