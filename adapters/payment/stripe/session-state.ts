import type Stripe from 'stripe';
import type { PaymentState } from '../../../src/commerce/payment/provider.ts';
import { stripeMoney } from './amounts.ts';
import { asked } from './client.ts';
import type { StripeParts } from './stripe-parts.ts';

/** With its payment and charge; `null`: Stripe knows none of this id. */
export async function readSession({ client, log }: StripeParts, id: string): Promise<Stripe.Checkout.Session | null> {
  const expand = ['payment_intent.latest_charge'];
  const read = await asked<{ session: Stripe.Checkout.Session | null }>(
    log,
    async () => ({ session: await client.checkout.sessions.retrieve(id, { expand }) }),
    ({ statusCode }) => (statusCode === 404 ? { session: null } : null),
  );
  return read.session;
}

const closed: PaymentState = { state: 'closed', paid: null, refunded: null };

export function stateOf(session: Stripe.Checkout.Session | null): PaymentState {
  if (session === null) return closed;
  switch (session.status) {
    case 'complete':
      return completed(session);
    case 'expired':
    case null:
      return closed;
    // Open, or a word that Stripe has learnt since: nothing is known of it yet.
    default:
      return { ...closed, state: 'open' };
  }
}

/** Some ways to pay bring the money days later, or not at all. */
function completed({ payment_status, payment_intent, amount_total, currency }: Stripe.Checkout.Session): PaymentState {
  const intent = typeof payment_intent === 'string' ? null : payment_intent;
  if (payment_status !== 'paid') return { ...closed, state: intent?.status === 'processing' ? 'open' : 'failed' };
  const charge = intent?.latest_charge;
  const back = typeof charge === 'object' && charge !== null ? charge.amount_refunded : 0;
  const money = (units: number) => stripeMoney(units, currency ?? '');
  return { state: 'paid', paid: money(amount_total ?? 0), refunded: money(back) };
}
