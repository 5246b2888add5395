import type Stripe from 'stripe';
import type { RefundRequest } from '../../../src/commerce/payment/provider.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { stripeAmount } from './amounts.ts';
import { asked, type StripeNo } from './client.ts';
import { readSession } from './session-state.ts';
import { idOf, isLost, refundMark } from './stripe-events.ts';
import type { StripeParts } from './stripe-parts.ts';

type Refunded = { readonly reference: string } | Refusal;

export async function refundAtStripe(parts: StripeParts, { reference, amount, key }: RefundRequest): Promise<Refunded> {
  const { client, log } = parts;
  const session = await readSession(parts, reference);
  const intent = idOf(session?.payment_intent ?? null);
  const units = stripeAmount(amount);
  if (session?.payment_status !== 'paid' || intent === null) return { refused: 'not-paid' };
  if (units === null || units <= 0 || session.currency !== amount.currency.toLowerCase())
    return { refused: 'too-much' };
  const { data } = await asked(log, () => client.refunds.list({ payment_intent: intent, limit: 100 }));
  const before = data.filter(({ metadata }) => metadata?.[refundMark] === key);
  const given = before.find((refund) => !isLost(refund));
  if (given) return { reference: given.id };
  // The bank would not take the next one either, and under the same key Stripe would tell of the first.
  if (before.length > 0) return { refused: 'by-hand' };
  const params: Stripe.RefundCreateParams = {
    payment_intent: intent,
    amount: units,
    reason: 'requested_by_customer',
    metadata: { [refundMark]: key },
  };
  const create = async (): Promise<Refunded> => ({
    reference: (await client.refunds.create(params, { idempotencyKey: `parley-${key}` })).id,
  });
  return await asked<Refunded>(log, create, tooMuch);
}

function tooMuch({ code, param }: StripeNo): Refusal | null {
  return code === 'charge_already_refunded' || param === 'amount' ? { refused: 'too-much' } : null;
}
