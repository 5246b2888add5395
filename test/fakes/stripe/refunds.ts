import { invalid, missing } from './fault.ts';
import { dictionary, oneOf, type Rule, readForm, text, whole } from './form.ts';
import { type Account, type Charge, nextId, type Refund } from './state.ts';

const rules: readonly Rule[] = [
  { name: /^payment_intent$/u, required: true, value: text(100) },
  { name: /^amount$/u, required: true, value: whole(1, 99_999_999) },
  { name: /^reason$/u, value: oneOf('duplicate', 'fraudulent', 'requested_by_customer') },
  { name: /^metadata\[[\w-]{1,40}\]$/u, value: text(500) },
];

/** https://docs.stripe.com/api/refunds/create */
export function createRefund(account: Account, body: string, now: number): { refund: Refund; charge: Charge } {
  const form = readForm(body, rules);
  const intent = account.intents.get(form.get('payment_intent') ?? '');
  if (!intent) throw missing('payment_intent', form.get('payment_intent') ?? '');
  const charge = account.charges.get(intent.latest_charge ?? '');
  if (!charge) throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  const amount = Number(form.get('amount'));
  if (charge.refunded) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (charge.amount_refunded + amount > charge.amount) {
    throw invalid('Refund amount is greater than unrefunded amount on charge.', { param: 'amount' });
  }
  const refund: Refund = {
    id: nextId(account, 're'),
    object: 'refund',
    amount,
    currency: charge.currency,
    payment_intent: intent.id,
    charge: charge.id,
    status: 'succeeded',
    metadata: dictionary(form, 'metadata'),
    created: now,
  };
  account.refunds.set(refund.id, refund);
  const back = charge.amount_refunded + amount;
  const after = { ...charge, amount_refunded: back, refunded: back === charge.amount };
  account.charges.set(charge.id, after);
  return { refund, charge: after };
}
