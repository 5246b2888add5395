import type Stripe from 'stripe';
import type {
  PaymentNotice,
  PaymentProvider,
  PaymentRequest,
  StartedPayment,
} from '../../../src/commerce/payment/provider.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { asked, createStripeClient, type StripeAccess, type StripeNo } from './client.ts';
import { sessionKey, sessionParams, shopMark } from './session-params.ts';
import { readSession, stateOf } from './session-state.ts';
import { readStripePost, sessionNotice } from './stripe-events.ts';
import type { StripeParts } from './stripe-parts.ts';
import { refundAtStripe } from './stripe-refund.ts';

export interface StripeConfig extends StripeAccess {
  /** `whsec_…`, of the endpoint that posts here. */
  readonly webhookSecret: string;
}

export type StripeDeps = Pick<StripeParts, 'clock' | 'log' | 'address'>;

/** Cards and wallets on Stripe's own page (Checkout): what is typed there never comes here. */
export function createStripeProvider({ webhookSecret, ...access }: StripeConfig, deps: StripeDeps): PaymentProvider {
  const parts: StripeParts = { ...deps, webhookSecret, client: createStripeClient(access) };
  return {
    id: 'stripe',
    paid: 'before',
    start: (request) => start(parts, request),
    state: async ({ reference }) => stateOf(await readSession(parts, reference)),
    refund: (request) => refundAtStripe(parts, request),
    close: ({ reference }) => close(parts, reference),
    paidSince: (since) => paidSince(parts, since),
    webhook: { path: '/webhooks/stripe', read: (request) => readStripePost(parts, request) },
  };
}

async function start(parts: StripeParts, request: PaymentRequest): Promise<StartedPayment | Refusal> {
  const params = sessionParams(request, { address: parts.address(), now: parts.clock.now() });
  if (params === null) return { refused: 'not-payable' };
  const create = async (): Promise<StartedPayment> => {
    const options = { idempotencyKey: sessionKey(request, params) };
    const { id, url } = await parts.client.checkout.sessions.create(params, options);
    return { reference: id, url, invoice: false, instructions: {} };
  };
  return await asked<StartedPayment | Refusal>(parts.log, create, notPayable);
}

const amountCodes = ['amount_too_small', 'amount_too_large'];

function notPayable({ code, param }: StripeNo): Refusal | null {
  const isAmount = amountCodes.includes(code ?? '') || /\[(currency|unit_amount)\]$/u.test(param ?? '');
  return isAmount ? { refused: 'not-payable' } : null;
}

/** Only an open session can be expired; of any other it is told what it has become. Money under way cannot be taken back either. */
async function close(parts: StripeParts, reference: string): Promise<'closed' | 'paid'> {
  const { client, log } = parts;
  const expire = async (): Promise<'closed' | 'ended'> => {
    await client.checkout.sessions.expire(reference, {}, { idempotencyKey: `parley-close-${reference}` });
    return 'closed';
  };
  const ended = await asked<'closed' | 'ended'>(log, expire, () => 'ended');
  if (ended === 'closed') return 'closed';
  const { state } = stateOf(await readSession(parts, reference));
  return state === 'paid' || state === 'open' ? 'paid' : 'closed';
}

/** Stripe lists the newest first: what ended before the last page would lose the oldest for good. */
async function paidSince({ client, log, address }: StripeParts, since: number): Promise<readonly PaymentNotice[]> {
  const types = ['checkout.session.completed', 'checkout.session.async_payment_succeeded'];
  const query = { types, created: { gte: Math.floor(since / 1000) }, limit: 100 };
  return await asked(log, async () => {
    const notices: PaymentNotice[] = [];
    for await (const event of client.events.list(query)) notices.push(...paidIn(event, address()));
    return notices;
  });
}

function paidIn(event: Stripe.Event, address: string): readonly PaymentNotice[] {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const session = event.data.object;
      const isOurs = session.payment_status === 'paid' && session.metadata?.[shopMark] === address;
      return isOurs ? sessionNotice(session, 'paid', event.created * 1000) : [];
    }
    default:
      return [];
  }
}
