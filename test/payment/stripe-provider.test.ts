import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/commerce/refusal.ts';
import { type Recorded, recordingLog } from '../commerce/payment/recording-log.ts';
import { paymentRequest } from '../contracts/payment-provider.ts';
import { apiVersion, openStripe, type StripeSetup, secretKey } from './stripe-setup.ts';

let at: StripeSetup;
let logged: Recorded[];
beforeEach(async () => {
  logged = [];
  at = await openStripe({ log: recordingLog(logged) });
});
afterEach(() => at.stripe.close());

const start = (given = {}) => at.provider.start(paymentRequest({ now: at.clock.now(), ...given }));
const opened = async (given = {}): Promise<string> => {
  const started = await start(given);
  if (isRefusal(started)) throw new Error(started.refused);
  return started.reference;
};
const call = (path: string, { body, ...headers }: Readonly<Record<string, string>> = {}) =>
  fetch(`${at.stripe.apiRoot}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${secretKey}`,
      'stripe-version': apiVersion,
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': 'k' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });

describe('Stripe', () => {
  it('opens one session though the first answer is lost', async () => {
    at.stripe.trouble({ about: 'POST /v1/checkout/sessions', when: 'after', status: 500 });
    await opened();
    expect(at.stripe.account.sessions.size).toBe(1);
    expect(at.stripe.account.calls).toHaveLength(2);
  });

  it('refuses an amount too small to be charged', async () => {
    const little = { amount: 10, currency: 'USD' };
    const lines = [{ label: 'Pin', quantity: 1, total: little }];
    expect(await start({ amount: little, lines })).toEqual({ refused: 'not-payable' });
  });

  it('takes yen as they are', async () => {
    const yen = { amount: 4500, currency: 'JPY' };
    const reference = await opened({ amount: yen, lines: [{ label: 'Coat', quantity: 1, total: yen }] });
    at.stripe.pay(reference);
    expect(await at.provider.state({ order: 'order-1', reference })).toMatchObject({ state: 'paid', paid: yen });
  });

  it('knows of money that is on its way from a bank, and takes it back no more', async () => {
    const reference = await opened();
    const payment = { order: 'order-1', reference };
    at.stripe.pay(reference, 'bank');
    expect((await at.provider.state(payment))?.state).toBe('open');
    expect(await at.provider.close?.(payment)).toBe('paid');
    at.stripe.settle(reference, 'failed');
    expect((await at.provider.state(payment))?.state).toBe('failed');
    expect(
      await at.provider.refund({ ...payment, amount: { amount: 1, currency: 'USD' }, key: 'r', reason: '' }),
    ).toEqual({
      refused: 'not-paid',
    });
  });

  it('knows of a session whose time is over', async () => {
    const reference = await opened();
    at.clock.advance(61 * 60_000);
    expect((await at.provider.state({ order: 'order-1', reference }))?.state).toBe('closed');
    expect(at.stripe.pay(reference)).toBe(false);
  });

  it('walks lists of any length', async () => {
    for (let i = 0; i < 130; i += 1) at.stripe.pay(await opened({ key: `k${i}` }));
    const listed = await at.provider.paidSince?.(at.clock.now() - 1000);
    expect(new Set(listed?.map(({ reference }) => reference)).size).toBe(130);
  });

  it('is never told a word of Stripe’s in a log, nor who paid', async () => {
    const access = { secretKey: 'sk_test_another_key_0000', webhookSecret: 'whsec_x', apiRoot: at.stripe.apiRoot };
    const { createStripeProvider } = await import('../../adapters/payment/stripe/stripe-provider.ts');
    const deps = { clock: at.clock, log: recordingLog(logged), address: () => 'http://127.0.0.1:3000' };
    const stranger = createStripeProvider(access, deps);
    const asking = stranger.start(paymentRequest({ now: at.clock.now(), email: 'ann@example.com' }));
    await expect(asking).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_DOWN' });
    expect(logged).toEqual([
      { level: 'warn', code: 'STRIPE_FAILED', fields: { type: 'StripeAuthenticationError', status: 401 } },
    ]);
  });

  it('says nothing of a payment that is not Parley’s', async () => {
    const object = { id: 'cs_other', payment_status: 'paid', amount_total: 100, currency: 'usd', metadata: {} };
    const event = { id: 'evt', object: 'event', type: 'checkout.session.completed', created: 1, data: { object } };
    expect(await at.provider.webhook?.read(at.stripe.signed(event))).toEqual([]);
  });
});

describe('the fake of Stripe', () => {
  it('refuses a stranger, another version, and what tells of latencies', async () => {
    expect((await call('/v1/refunds', { authorization: 'Bearer sk_test_x' })).status).toBe(401);
    expect((await call('/v1/refunds', { 'stripe-version': '2020-01-01' })).status).toBe(400);
    expect((await call('/v1/refunds', { 'x-stripe-client-telemetry': '{}' })).status).toBe(400);
    expect((await call('/v1/customers')).status).toBe(404);
  });

  it.each([
    ['mode=payment&surprise=1', 'parameter_unknown'],
    ['mode=payment', 'parameter_missing'],
    ['mode=payment&mode=payment', undefined],
    ['mode=subscription', undefined],
    ['mode=', 'parameter_invalid_empty'],
    ['mode=payment&success_url=here', undefined],
    ['mode=payment&line_items[0][price_data][unit_amount]=1.5', undefined],
  ])('refuses %s', async (body, code) => {
    const answer = await call('/v1/checkout/sessions', { body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error', ...(code && { code }) } });
  });

  it('refuses a known key for other parameters, and no key at all', async () => {
    const form = (name: string) =>
      `mode=payment&success_url=http://x.y&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=500&line_items[0][price_data][product_data][name]=${name}`;
    const first = await call('/v1/checkout/sessions', { body: form('a') });
    const again = await call('/v1/checkout/sessions', { body: form('a') });
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await call('/v1/checkout/sessions', { body: form('b') });
    expect(await other.json()).toMatchObject({ error: { type: 'idempotency_error' } });
    expect((await call('/v1/checkout/sessions', { body: form('c'), 'idempotency-key': '' })).status).toBe(400);
  });
});
