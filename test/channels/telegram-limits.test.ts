import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telegramAmount, telegramMoney } from '../../adapters/channels/telegram/currencies.ts';
import { degrade } from '../../src/channel/degrade.ts';
import { telegramInvoices } from '../../src/channel/limits/telegram.ts';
import type { Message } from '../../src/channel/message.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { message } from '../channel/arbitraries.ts';
import { png, privateChat, setUp } from './telegram-setup.ts';

const paymentToken = '284685063:TEST:NzAxNTFkODIwZDVk';
const picture = 'https://shop.example/p.png';

/** Telegram's least and most depend on the day's rates: what a shop bills is its own affair. */
function billable(said: Message): Message {
  if (said.type !== 'invoice') return said;
  const lines = said.lines.map((line) => ({ ...line, total: { ...line.total, amount: 20_000 } }));
  return { ...said, lines: lines.slice(0, 4) };
}

describe('the limits of Telegram', () => {
  it('are passed by nothing that is delivered, whatever is said, to a person or a group', async () => {
    const { fake, channel, close } = await setUp({
      fake: { flood: null, pictures: new Map([[picture, png()]]) },
      channel: { paymentToken, pace: { perSecond: 1e6, burst: 1e6, chatBurst: 1e6, groupBurst: 1e6 } },
      deps: { openPicture: async () => png(), approveCheckout: async () => ({ ok: true }) },
    });
    fake.sendText(7, '/start');
    fake.sendText(-100, '/start', 7);
    const person = privateChat(fake, 7);
    const places = fc.constantFrom(person, { ...person, peer: '-100:7' });
    const kinds = new Map<string, number>();
    const sent: RenderedPart['type'][] = [];
    await fc.assert(
      fc.asyncProperty(message, places, async (said, to) => {
        const capabilities = channel.capabilitiesFor?.(to) ?? channel.capabilities;
        for (const part of degrade(billable(said), capabilities).parts) {
          const receipt = await channel.deliver(part, to, { key: `${sent.length}`, inReplyTo: null });
          expect(receipt).toMatchObject({ result: 'delivered' });
          sent.push(part.type);
          kinds.set(part.type, (kinds.get(part.type) ?? 0) + 1);
        }
      }),
      { numRuns: 1_400 },
    );
    expect(fake.sent(7).length + fake.sent(-100).length).toBe(sent.length);
    for (const kind of ['text', 'buttons', 'image', 'ask-location', 'ask-contact', 'invoice']) {
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(5);
    }
    await close();
  });

  it('leave every amount of every currency as it is, there and back', () => {
    const currencies = telegramInvoices.currencies ?? [];
    expect(currencies).toHaveLength(86);
    fc.assert(
      fc.property(fc.constantFrom(...currencies), fc.integer({ min: -1e9, max: 1e9 }), (currency, amount) => {
        const units = telegramAmount({ amount, currency });
        expect(units).not.toBeNull();
        expect(telegramMoney(units ?? 0, currency)).toEqual({ amount, currency });
      }),
    );
  });
});
