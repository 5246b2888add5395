import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversationId } from '../../../src/channel/ids.ts';
import type { PaymentProvider } from '../../../src/commerce/payment/provider.ts';
import { PaymentProviderDown } from '../../../src/commerce/payment/provider-down.ts';
import { account, methods, openSellingShop, type SellingShop } from './selling-shop.ts';

let shop: SellingShop;
beforeEach(async () => {
  shop = await openSellingShop();
});
afterEach(() => shop.close());

const inTelegram = conversationId({ channel: 'telegram', account: '99', peer: '7' });

describe('starting a payment', () => {
  it('gives the address, the amount, the number and until when it can be paid', async () => {
    const { reservedUntil } = await shop.putOrder();
    const paying = await shop.shopper().gets('payments.start', { order: 'order-1' });
    expect(paying).toMatchObject({
      method: 'demo',
      label: 'Demo payment',
      amount: { amount: 4500, currency: 'USD' },
      invoice: null,
      later: false,
      number: '12345674',
      until: new Date(reservedUntil ?? 0).toISOString(),
    });
    expect(paying['url']).toMatch(/^http:\/\/127\.0\.0\.1:3000\/pay\/demo\/demo_/);
    expect((await shop.order()).payments).toMatchObject([{ provider: 'demo', state: 'open', url: paying['url'] }]);
  });

  it('gives the open payment again to somebody who taps twice, and opens no second one', async () => {
    await shop.putOrder();
    const first = await shop.shopper().gets('payments.start', { order: 'order-1' });
    expect(await shop.shopper('ann', { key: 'another turn' }).gets('payments.start', { order: 'order-1' })).toEqual(
      first,
    );
    expect((await shop.order()).payments).toHaveLength(1);
    expect(await shop.store.count('demo-payment', {})).toBe(1);
  });

  it('opens the same payment again when the shop stopped between the provider and the commit', async () => {
    await shop.putOrder();
    const lost = await shop.shopper('ann', { key: 'turn 1' }).turn().does('payments.start', { order: 'order-1' });
    expect((await shop.order()).payments).toEqual([]);
    const kept = await shop.shopper('ann', { key: 'turn 2' }).does('payments.start', { order: 'order-1' });
    expect(kept).toEqual(lost);
    expect(await shop.store.count('demo-payment', {})).toBe(1);
  });

  it('takes the earlier payment back when another way to pay is wanted', async () => {
    await shop.putOrder();
    await shop.shopper().gets('payments.start', { order: 'order-1' });
    const paying = await shop.shopper().gets('payments.start', { order: 'order-1', method: 'bank-transfer' });
    expect(paying['instructions']).toEqual({
      how: 'transfer',
      bank: account.name,
      iban: account.iban,
      bic: account.bic,
      holder: account.holder,
      reference: '12345674',
    });
    const { payBy, payments } = await shop.order();
    expect(payBy).toBe('bank-transfer');
    expect(payments.map(({ provider, state }) => `${provider} ${state}`)).toEqual([
      'demo closed',
      'bank-transfer open',
    ]);
    const reference = payments[0]?.reference ?? '';
    expect((await shop.providers.get('demo')?.state({ order: 'order-1', reference }))?.state).toBe('closed');
  });

  it('keeps the pieces as long as a transfer takes, when that is chosen later, and no longer by choosing again', async () => {
    const { placedAt } = await shop.putOrder();
    const inAWeek = new Date(Date.parse(placedAt ?? '') + 7 * 24 * 60 * 60_000).toISOString();
    const until = async (method: string) =>
      (await shop.shopper().gets('payments.start', { order: 'order-1', method }))['until'];
    shop.clock.advance(30 * 60_000);
    expect(await until('bank-transfer')).toBe(inAWeek);
    shop.clock.advance(24 * 60 * 60_000);
    expect(await until('demo')).toBe(inAWeek);
    expect(await until('bank-transfer')).toBe(inAWeek);
  });

  it('takes the earlier payment back when the amount has changed, and asks for the new one', async () => {
    const order = await shop.putOrder();
    await shop.shopper().gets('payments.start', { order: 'order-1' });
    const { payments } = await shop.order();
    await shop.putOrder({ ...order, payments, total: { amount: 4000, currency: 'USD' } });
    const paying = await shop.shopper().gets('payments.start', { order: 'order-1' });
    expect(paying['amount']).toEqual({ amount: 4000, currency: 'USD' });
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('opens nothing when the earlier payment was made a moment ago', async () => {
    await shop.putOrder();
    await shop.shopper().gets('payments.start', { order: 'order-1' });
    const reference = (await shop.order()).payments[0]?.reference ?? '';
    await shop.demo.pretend?.({ order: 'order-1', reference }, 'pay');
    expect(await shop.shopper().does('payments.start', { order: 'order-1', method: 'bank-transfer' })).toEqual({
      result: 'refused',
      reason: 'not-now',
      details: { why: 'paid' },
    });
  });

  it('gives an invoice with the order as its payload where the platform takes the money', async () => {
    await shop.putOrder({ conversation: inTelegram });
    const ann = shop.shopper('ann', { conversation: inTelegram });
    const paying = await ann.gets('payments.start', { order: 'order-1', method: 'telegram' });
    expect(paying['invoice']).toEqual({
      title: 'Test shop #12345674',
      lines: [{ title: '#12345674', quantity: 1, total: { amount: 4500, currency: 'USD' } }],
      payload: 'order-1',
      url: null,
    });
  });

  it('says of an order that is paid on delivery what is to be paid then', async () => {
    await shop.putOrder({ payBy: 'cash-on-delivery', status: 'placed', reservedUntil: null });
    const paying = await shop.shopper().gets('payments.start', { order: 'order-1' });
    expect(paying).toMatchObject({ later: true, until: null, instructions: { how: 'pay-the-courier' } });
    expect((await shop.order()).status).toBe('placed');
  });

  it.each([
    ['not-found', {}, { order: '99999999' }, undefined],
    ['not-found', { customer: 'bob' }, { order: 'order-1' }, undefined],
    ['not-now', { status: 'cancelled' }, { order: 'order-1' }, { why: 'cancelled' }],
    ['not-now', { status: 'expired' }, { order: 'order-1' }, { why: 'expired' }],
    ['not-now', { total: { amount: 0, currency: 'USD' } }, { order: 'order-1' }, { why: 'nothing-to-pay' }],
    ['not-a-way-to-pay', {}, { order: 'order-1', method: 'gold' }, undefined],
    ['not-a-way-to-pay', {}, { order: 'order-1', method: 'telegram' }, undefined],
    ['not-a-way-to-pay', {}, { order: 'order-1', method: 'cash-on-delivery' }, undefined],
  ])('refuses with %s', async (reason, given, input, details) => {
    await shop.putOrder(given);
    const refused = await shop.shopper().does('payments.start', input);
    expect(refused).toEqual({ result: 'refused', reason, ...(details && { details }) });
  });

  it('refuses when the pieces are not kept any more', async () => {
    await shop.putOrder();
    shop.clock.advance(60 * 60_000);
    expect(await shop.shopper().does('payments.start', { order: 'order-1' })).toMatchObject({
      reason: 'not-now',
      details: { why: 'expired' },
    });
  });
});

describe('a provider that is out of reach', () => {
  const down: PaymentProvider = {
    id: 'stripe',
    paid: 'before',
    start: () => Promise.reject(new PaymentProviderDown('stripe')),
    state: () => Promise.reject(new PaymentProviderDown('stripe')),
    refund: () => Promise.reject(new PaymentProviderDown('stripe')),
    close: () => Promise.reject(new PaymentProviderDown('stripe')),
  };

  beforeEach(async () => {
    await shop.close();
    const withStripe = [...methods, { provider: 'stripe', label: 'Card' }];
    shop = await openSellingShop({ payment: { methods: withStripe, bank: account }, providers: async () => [down] });
  });

  it('is told, and leaves the order as it was', async () => {
    const order = await shop.putOrder();
    const refused = await shop.shopper().does('payments.start', { order: 'order-1', method: 'stripe' });
    expect(refused).toEqual({ result: 'refused', reason: 'provider-down' });
    expect((await shop.order()).payments).toEqual(order.payments);
  });

  it('does not hinder another way to pay; what it did not take back stays marked for later', async () => {
    const at = shop.clock.now();
    const amount = { amount: 4500, currency: 'USD' };
    const open = { provider: 'stripe', reference: 'cs_1', amount, state: 'open', url: 'https://pay', at } as const;
    await shop.putOrder({ payBy: 'stripe', payments: [open] });
    await shop.shopper().gets('payments.start', { order: 'order-1', method: 'demo' });
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(await shop.store.count('order', { where: { unsettled: 'to-close' } })).toBe(1);
  });
});

describe('the ways to pay', () => {
  it('are the merchant’s that are set up and serve this conversation, in their order', async () => {
    const { methods: ways } = await shop.shopper().gets('payments.methods', {});
    expect(ways).toEqual([
      { id: 'demo', label: 'Demo payment', fee: null, later: false },
      { id: 'cash-on-delivery', label: 'Cash on delivery', fee: { amount: 300, currency: 'USD' }, later: true },
      { id: 'bank-transfer', label: 'Bank transfer', fee: null, later: false },
    ]);
  });

  it.each([
    [
      'Stripe',
      [
        { provider: 'demo', label: 'Demo' },
        { provider: 'stripe', label: 'Card' },
      ],
      ['stripe'],
    ],
    ['Stripe, left out of the file,', [{ provider: 'demo', label: 'Demo' }], []],
    [
      'nothing',
      [
        { provider: 'demo', label: 'Demo' },
        { provider: 'cash-on-delivery', label: 'Cash' },
      ],
      ['demo', 'cash-on-delivery'],
    ],
  ])('leave the demo out where money is really taken: %s is set up', async (what, written, expected) => {
    await shop.close();
    const { pretend: _pretend, ...page } = shop.demo;
    const providers = async () => (what === 'nothing' ? [] : [{ ...page, id: 'stripe' }]);
    shop = await openSellingShop({ payment: { methods: written }, providers, isDemo: true });
    const { methods: ways } = await shop.shopper().gets('payments.methods', {});
    expect((ways as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual(expected);
  });

  it('keep to a total and to countries', async () => {
    await shop.close();
    const limited = [
      { provider: 'demo', label: 'Demo', up_to: 50 },
      { provider: 'cash-on-delivery', label: 'Cash', countries: ['CA'] },
    ];
    shop = await openSellingShop({ payment: { methods: limited } });
    const ids = async (input: { total?: { amount: number; currency: string }; country?: string }) => {
      const { methods: ways } = await shop.shopper().gets('payments.methods', input);
      return (ways as readonly { readonly id: string }[]).map(({ id }) => id);
    };
    expect(await ids({})).toEqual(['demo', 'cash-on-delivery']);
    expect(await ids({ total: { amount: 5000, currency: 'USD' }, country: 'US' })).toEqual(['demo']);
    expect(await ids({ total: { amount: 5001, currency: 'USD' }, country: 'CA' })).toEqual(['cash-on-delivery']);
    expect(await ids({ total: { amount: 5001, currency: 'USD' }, country: 'US' })).toEqual([]);
  });

  it('of an order that stands cost what was agreed', async () => {
    await shop.putOrder();
    const { methods: ways } = await shop.shopper().gets('payments.methods', { order: 'order-1' });
    expect((ways as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual(['demo', 'bank-transfer']);
  });
});
