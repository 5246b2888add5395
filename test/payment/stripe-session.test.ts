import { describe, expect, it } from 'vitest';
import { stripeAmount, stripeMoney } from '../../adapters/payment/stripe/amounts.ts';
import { sessionKey, sessionParams } from '../../adapters/payment/stripe/session-params.ts';
import type { PaymentRequest } from '../../src/commerce/payment/provider.ts';
import { paymentRequest } from '../contracts/payment-provider.ts';
import { address } from './stripe-setup.ts';

const now = 1_790_000_000_000;
const minuteMs = 60_000;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const params = (given: Partial<PaymentRequest> = {}, at = now) =>
  sessionParams(paymentRequest({ now, ...given }), { address, now: at });

describe('amounts for Stripe', () => {
  it.each([
    ['USD', 4500, 4500],
    ['JPY', 4500, 4500],
    ['KRW', 9000, 9000],
    ['ISK', 45, 4500],
    ['UGX', 100, 10_000],
    ['KWD', 4500, 4500],
    ['KWD', 4505, null],
  ])('%s %d are %j in its smallest units', (currency, amount, units) => {
    expect(stripeAmount({ amount, currency })).toBe(units);
    if (units !== null) expect(stripeMoney(units, currency.toLowerCase())).toEqual({ amount, currency });
  });
});

describe('a session of Stripe’s', () => {
  it('tells the lines, the order, the shop and the ways back', () => {
    expect(params()).toMatchObject({
      mode: 'payment',
      client_reference_id: 'order-1',
      metadata: { parley_order: 'order-1', parley_shop: address },
      payment_intent_data: { metadata: { parley_order: 'order-1' }, description: 'Order 12345674' },
      line_items: [
        { quantity: 2, price_data: { currency: 'usd', unit_amount: 2000, product_data: { name: 'Wool coat (M)' } } },
        { quantity: 1, price_data: { currency: 'usd', unit_amount: 500, product_data: { name: 'Standard' } } },
      ],
      success_url: `${address}/pay/done?to=webchat&locale=en-US`,
      cancel_url: `${address}/pay/left?to=webchat&locale=en-US`,
      locale: 'en',
    });
  });

  it('is one line that tells its parts where something comes off', () => {
    const lines = [
      { label: 'Wool coat', quantity: 2, total: usd(5000) },
      { label: 'Coupon FIVE', quantity: 1, total: usd(-500) },
    ];
    expect(params({ lines })?.line_items).toEqual([
      {
        quantity: 1,
        price_data: {
          currency: 'usd',
          unit_amount: 4500,
          product_data: { name: 'Order 12345674', description: '2 × Wool coat, 1 × Coupon FIVE' },
        },
      },
    ]);
  });

  it('keeps a sum that its pieces do not share out evenly', () => {
    const lines = [{ label: 'Pin', quantity: 3, total: usd(1000) }];
    expect(params({ lines, amount: usd(1000) })?.line_items).toEqual([
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: '3 × Pin' } } },
    ]);
  });

  it('ends with the reservation, but not before half an hour, and not after a day', () => {
    const ends = (until: number | null, at = now) => {
      const expires = params({ until }, at)?.expires_at;
      return expires === undefined ? null : (expires * 1000 - at) / minuteMs;
    };
    expect(ends(now + 60 * minuteMs)).toBe(60);
    expect(ends(now + 5 * minuteMs)).toBeGreaterThanOrEqual(31);
    expect(ends(now + 5 * minuteMs)).toBeLessThanOrEqual(42);
    expect(ends(now + 48 * 60 * minuteMs)).toBeNull();
    expect(ends(null)).toBeNull();
  });

  it('has the same key for the same request a moment later, and another for anything else', () => {
    const until = now + 5 * minuteMs;
    const keyOf = (given: Partial<PaymentRequest>, at = now): string => {
      const request = paymentRequest({ now, until, ...given });
      const made = sessionParams(request, { address, now: at });
      if (made === null) throw new Error('not payable');
      return sessionKey(request, made);
    };
    expect(keyOf({}, now + 5_000)).toBe(keyOf({}));
    expect(keyOf({ key: 'other' })).not.toBe(keyOf({}));
    expect(keyOf({ amount: usd(1), lines: [] })).not.toBe(keyOf({}));
    expect(keyOf({}).length).toBeLessThanOrEqual(255);
  });

  it.each(['nobody', 'a@b', 'a b@c.de', 'a@b.c\n'])('leaves out an address that Stripe would not take: %j', (email) => {
    expect(params({ email })?.customer_email).toBeUndefined();
  });

  it('speaks Stripe’s languages, or lets the browser choose', () => {
    expect(params({ email: 'ann@example.com', locale: 'pt-BR' })).toMatchObject({
      locale: 'pt',
      customer_email: 'ann@example.com',
    });
    expect(params({ locale: 'cy' })?.locale).toBe('auto');
  });

  it('is none in an amount that Stripe cannot count', () => {
    const kwd = { amount: 4505, currency: 'KWD' };
    expect(params({ amount: kwd, lines: [{ label: 'Coat', quantity: 1, total: kwd }] })).toBeNull();
  });
});
