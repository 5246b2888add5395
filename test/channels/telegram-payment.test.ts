import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stop } from '../../src/channel/adapter.ts';
import type { ApproveCheckout, CheckoutQuery } from '../../src/channel/checkout.ts';
import type { Address } from '../../src/channel/ids.ts';
import type { ReceiptLine } from '../../src/channel/message.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { createManualClock } from '../manual-clock.ts';
import { openWebhooks } from '../web/open-webhooks.ts';
import { answering, channelAt, listenTo, privateChat, type Setup, setUp } from './telegram-setup.ts';

const paymentToken = '284685063:TEST:NzAxNTFkODIwZDVk';
const line = (amount: number, currency: string, title = 'Warm coat'): ReceiptLine => ({
  title,
  quantity: 1,
  total: { amount, currency },
});
const invoice = (lines: readonly ReceiptLine[], payload = 'order:10234'): RenderedPart => ({
  type: 'invoice',
  text: ['Thank you, ', { bold: ['Ada'] }, '.'],
  title: 'Order 10234',
  lines,
  payload,
});
const delivery = { key: 'k', inReplyTo: null };

describe('payments on Telegram', () => {
  let setup: Setup;
  let to: Address;
  const stops: Stop[] = [];
  beforeEach(async () => {
    setup = await setUp({ fake: { flood: null } });
    setup.fake.sendText(7, '/start');
    to = privateChat(setup.fake, 7);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    await setup.close();
  });

  const till = (approveCheckout?: ApproveCheckout, more: object = {}) =>
    channelAt(setup.fake, {
      channel: { paymentToken, ...more },
      deps: approveCheckout ? { approveCheckout } : {},
    });
  const yes: ApproveCheckout = async () => ({ ok: true });

  /** Shows an invoice, listens, and has it paid: the checkout's id and what was asked. */
  async function pay(approve?: ApproveCheckout) {
    const { fake } = setup;
    const channel = till(yes);
    expect(await channel.deliver(invoice([line(12_999, 'USD')]), to, delivery)).toMatchObject({ result: 'delivered' });
    const running = await answering(till(approve), () => []);
    stops.push(running.stop);
    const id = fake.pay(7, fake.sent(7).at(-1)?.message.message_id ?? 0);
    return { id, running };
  }

  it('can be asked for by a bot with a provider’s token and somebody who approves, in private chats', () => {
    expect(till(yes).capabilities.invoice).toMatchObject({ titleMax: 32, textMax: 255 });
    expect(till(yes).capabilitiesFor?.({ ...to, peer: '-100:7' }).invoice).toBeNull();
    expect(till().capabilities.invoice).toBeNull();
    expect(channelAt(setup.fake, { deps: { approveCheckout: yes } }).capabilities.invoice).toBeNull();
  });

  it('shows an invoice with every line, that only its person can pay', async () => {
    const lines = [line(12_999, 'USD'), line(-1000, 'USD', 'Discount'), line(490, 'USD', 'Delivery')];
    await till(yes).deliver(invoice(lines), to, delivery);
    expect(setup.fake.sent(7).at(-1)?.message).toMatchObject({
      invoice: {
        title: 'Order 10234',
        description: 'Thank you, Ada.',
        currency: 'USD',
        total_amount: 12_489,
        start_parameter: 'invoice',
      },
    });
  });

  it('counts in Telegram’s smallest units: cents, whole yen, and fillér though Intl has none', async () => {
    const amounts: number[] = [];
    for (const [amount, currency] of [
      [1299, 'USD'],
      [1299, 'JPY'],
      [9900, 'HUF'],
    ] as const) {
      expect((await till(yes).deliver(invoice([line(amount, currency)]), to, delivery)).result).toBe('delivered');
      amounts.push(setup.fake.sent(7).at(-1)?.message.invoice?.total_amount ?? 0);
    }
    expect(amounts).toEqual([1299, 1299, 990_000]);
  });

  it('becomes a dead letter where Telegram takes no such amount, payload or provider', async () => {
    const tooLittle = await till(yes).deliver(invoice([line(1, 'USD')]), to, delivery);
    expect(tooLittle).toMatchObject({ result: 'rejected', reason: expect.stringContaining('TOTAL_AMOUNT_INVALID') });
    const endless = invoice([line(1299, 'USD')], 'x'.repeat(129));
    expect(await till(yes).deliver(endless, to, delivery)).toMatchObject({ result: 'rejected' });
    const wrong = await till(yes, { paymentToken: 'nonsense' }).deliver(invoice([line(1299, 'USD')]), to, delivery);
    expect(wrong).toMatchObject({ result: 'rejected', reason: expect.stringContaining('PROVIDER') });
    const none = await setup.channel.deliver(invoice([line(1299, 'USD')]), to, delivery);
    expect(none).toMatchObject({ result: 'rejected' });
  });

  it('is approved by whoever knows the order, and comes back as paid, with the payload and the reference', async () => {
    const asked: CheckoutQuery[] = [];
    const { id, running } = await pay(async (query) => {
      asked.push(query);
      return { ok: true };
    });
    await setup.fake.until(() => running.events.some(({ content }) => content.type === 'paid'));
    const total = { amount: 12_999, currency: 'USD' };
    const conversation = `telegram:${setup.fake.bot.id}:7`;
    expect(asked).toEqual([{ payload: 'order:10234', total, conversation }]);
    expect(setup.fake.checkoutAnswer(id)).toEqual({ ok: true, words: null });
    expect(running.events.at(-1)).toMatchObject({
      conversation,
      content: { type: 'paid', payload: 'order:10234', total, reference: `charge-${id}` },
    });
  });

  it('is refused in the shop’s words, and nothing is paid', async () => {
    const { id, running } = await pay(async () => ({ ok: false, reason: 'Somebody just bought the last one.' }));
    const answer = await setup.fake.until(() => setup.fake.checkoutAnswer(id));
    expect(answer).toEqual({ ok: false, words: 'Somebody just bought the last one.' });
    await setup.fake.until(() => setup.fake.pending().length === 0);
    expect(running.events.filter(({ content }) => content.type === 'paid')).toEqual([]);
  });

  it('is refused politely where nobody approves, or the approving fails', async () => {
    const sorry = /^Sorry, this cannot be paid right now/u;
    const { id } = await pay();
    expect((await setup.fake.until(() => setup.fake.checkoutAnswer(id))).words).toMatch(sorry);
    await Promise.all(stops.splice(0).map((stop) => stop()));
    const failed = await pay(async () => {
      throw new Error('the database is down');
    });
    expect((await setup.fake.until(() => setup.fake.checkoutAnswer(failed.id))).words).toMatch(sorry);
  });

  it('is refused before Telegram’s ten seconds are over when nobody can say', async () => {
    const clock = createManualClock();
    const approveCheckout: ApproveCheckout = () => new Promise(() => undefined);
    await till(yes).deliver(invoice([line(12_999, 'USD')]), to, delivery);
    const slow = channelAt(setup.fake, { channel: { paymentToken }, deps: { approveCheckout, clock } });
    stops.push(await listenTo(slow, async () => 'accepted'));
    const id = setup.fake.pay(7, setup.fake.sent(7).at(-1)?.message.message_id ?? 0);
    await clock.untilWaiting();
    expect(clock.nextIn()).toBeLessThan(9000);
    clock.advance(9000);
    expect((await setup.fake.until(() => setup.fake.checkoutAnswer(id))).ok).toBe(false);
  });

  it('is approved aside in webhook mode, and is no event there either', async () => {
    await till(yes).deliver(invoice([line(12_999, 'USD')]), to, delivery);
    const kinds: string[] = [];
    const receive = async ({ content }: { content: { type: string } }) => {
      kinds.push(content.type);
      return 'accepted' as const;
    };
    const secretToken = 'a-secret-only-for-the-webhook';
    const served = till(yes, { publicUrl: 'http://127.0.0.1:1', secretToken });
    const { server, url } = await openWebhooks([served], receive);
    stops.push(server.close);
    stops.push(await listenTo(till(yes, { publicUrl: url, secretToken }), receive));
    await setup.fake.until(() => setup.fake.pending().length === 0);
    const id = setup.fake.pay(7, setup.fake.sent(7).at(-1)?.message.message_id ?? 0);
    await setup.fake.until(() => setup.fake.checkoutAnswer(id)?.ok);
    await setup.fake.until(() => kinds.includes('paid'));
    expect(kinds).toEqual(['opened', 'paid']);
  });
});
