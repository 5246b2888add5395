import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversationId } from '../../../src/channel/ids.ts';
import type { InboundEvent } from '../../../src/channel/inbound.ts';
import { createApproveCheckout } from '../../../src/commerce/payment/approve-checkout.ts';
import { hearPaidInvoices } from '../../../src/commerce/payment/hear-paid-invoices.ts';
import { openSellingShop, type SellingShop } from './selling-shop.ts';

const inTelegram = conversationId({ channel: 'telegram', account: '99', peer: '7' });
const elsewhere = conversationId({ channel: 'telegram', account: '99', peer: '8' });
const usd = (amount: number) => ({ amount, currency: 'USD' });

let shop: SellingShop;
let heard: InboundEvent[];
beforeEach(async () => {
  shop = await openSellingShop();
  heard = [];
  await shop.putOrder({ conversation: inTelegram, payBy: 'telegram' });
});
afterEach(() => shop.close());

const start = () => shop.shopper('ann', { conversation: inTelegram }).gets('payments.start', { order: 'order-1' });
const approve = (given: { payload?: string; total?: ReturnType<typeof usd>; conversation?: typeof inTelegram } = {}) =>
  createApproveCheckout(shop.parts)({ payload: 'order-1', total: usd(4500), conversation: inTelegram, ...given });
const receive = (event: InboundEvent) =>
  hearPaidInvoices(shop.parts, async (one) => {
    heard.push(one);
    return 'accepted';
  })(event);
const paidEvent = (given: { total?: ReturnType<typeof usd>; reference?: string } = {}): InboundEvent => ({
  id: 'message:7:1',
  conversation: inTelegram,
  at: shop.clock.now(),
  content: { type: 'paid', payload: 'order-1', total: usd(4500), reference: 'charge-1', ...given },
});

describe('an invoice in Telegram', () => {
  it('may be paid while its order waits for just this money', async () => {
    await start();
    expect(await approve()).toEqual({ ok: true });
    expect(await approve()).toEqual({ ok: true });
  });

  it('may be paid by its customer where it was shown, though the order was placed on another channel', async () => {
    await shop.putOrder({ conversation: 'webchat:shop:ann', payBy: 'telegram' });
    await shop.write('conversation', inTelegram, { customer: 'ann', state: { locale: 'en' } });
    await start();
    expect(await approve()).toEqual({ ok: true });
  });

  it.each([
    ['cannot find', { payload: 'order-9' }],
    ['cannot find', { conversation: elsewhere }],
    ['has changed', { total: usd(4499) }],
    ['has changed', { total: { amount: 4500, currency: 'EUR' } }],
  ])('is refused kindly when it does not fit: %s', async (words, given) => {
    await start();
    const answer = await approve(given);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
  });

  it('is refused when it is paid, ended or too late, with a reason that fits on the screen', async () => {
    await start();
    const order = await shop.order();
    const reasons: string[] = [];
    for (const status of ['cancelled', 'expired'] as const) {
      await shop.putOrder({ ...order, status });
      const answer = await approve();
      reasons.push(answer.ok ? 'ok' : answer.reason);
    }
    await shop.putOrder(order);
    shop.clock.advance(60 * 60_000);
    const late = await approve();
    reasons.push(late.ok ? 'ok' : late.reason);
    await shop.putOrder({ ...order, reservedUntil: null });
    await receive(paidEvent());
    const again = await approve();
    reasons.push(again.ok ? 'ok' : again.reason);
    expect(reasons).toEqual([
      expect.stringContaining('not waiting for a payment'),
      expect.stringContaining('waited too long'),
      expect.stringContaining('waited too long'),
      expect.stringContaining('paid already'),
    ]);
    expect(reasons.every((reason) => reason.length <= 200)).toBe(true);
  });

  it('is refused when the shopper chose another way to pay since', async () => {
    await start();
    await shop
      .shopper('ann', { conversation: inTelegram })
      .gets('payments.start', { order: 'order-1', method: 'demo' });
    expect(await approve()).toMatchObject({ ok: false });
  });

  it('is refused in the shopper’s language', async () => {
    await shop.write('conversation', elsewhere, { customer: 'bob', state: { locale: 'es-AR' } });
    expect(await approve({ conversation: elsewhere })).toMatchObject({
      reason: expect.stringContaining('no encontramos'),
    });
  });

  it('is offered in a private chat of Telegram’s alone', () => {
    const serves = (conversation: string) => shop.providers.get('telegram')?.serves?.(conversation);
    const group = conversationId({ channel: 'telegram', account: '99', peer: '-100123:7' });
    const asked = [inTelegram, group, 'webchat:shop:7', 'terminal:shop:7', 'telegram', ''];
    expect(asked.map(serves)).toEqual([true, false, false, false, false, false]);
  });

  it('that was paid places the order before the conversation hears of it, under Telegram’s own number', async () => {
    await start();
    expect(await receive(paidEvent())).toBe('accepted');
    const order = await shop.order();
    expect(order.status).toBe('placed');
    expect(order.payments).toMatchObject([
      { provider: 'telegram', reference: 'charge-1', state: 'paid', amount: usd(4500) },
    ]);
    expect(heard).toHaveLength(1);
  });

  it('that is told twice is paid once', async () => {
    await start();
    await receive(paidEvent());
    await receive(paidEvent());
    expect((await shop.order()).payments).toHaveLength(1);
    expect((await shop.order()).refunds).toEqual([]);
  });

  it('that was paid twice is a person’s to give back once', async () => {
    await start();
    await receive(paidEvent());
    await receive(paidEvent({ reference: 'charge-2' }));
    const { payments, refunds } = await shop.order();
    expect(payments.map(({ reference, state }) => `${reference} ${state}`)).toEqual(['charge-1 paid', 'charge-2 paid']);
    expect(refunds).toMatchObject([{ to: 'charge-2', amount: usd(4500), state: 'by-hand' }]);
  });

  it('that cannot be kept is not told on: Telegram brings it again', async () => {
    await start();
    const broken = { ...shop.parts, store: { ...shop.store, commit: () => Promise.reject(new Error('no disk')) } };
    const receiving = hearPaidInvoices(broken, async (one) => {
      heard.push(one);
      return 'accepted';
    })(paidEvent());
    await expect(receiving).rejects.toThrow('no disk');
    expect(heard).toEqual([]);
  });
});
