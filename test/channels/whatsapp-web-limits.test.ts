import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { degrade } from '../../src/channel/degrade.ts';
import { message } from '../channel/arbitraries.ts';
import { anna, hasChromium, setUp, to } from './whatsapp-web-setup.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe.skipIf(!hasChromium)('the limits of WhatsApp Web', () => {
  it.each([false, true])(
    'are passed by nothing that is delivered, whatever is said (polls: %s)',
    async (polls) => {
      const setup = await setUp({ config: { polls }, deps: { openPicture: async () => png } });
      onTestFinished(setup.close);
      await setup.open();
      const { phone, channel } = setup;
      const kinds = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(message, async (said) => {
          for (const part of degrade(said, channel.capabilities).parts) {
            const receipt = await channel.deliver(part, to(anna), { key: 'k', inReplyTo: 'x' });
            expect(receipt).toMatchObject({ result: 'delivered' });
            kinds.set(part.type, (kinds.get(part.type) ?? 0) + 1);
          }
        }),
        { numRuns: 250, endOnFailure: true },
      );
      expect(phone.refused).toEqual([]);
      const sent = new Set(phone.sent(anna).map(({ type }) => type));
      expect([...sent].sort()).toEqual(polls ? ['chat', 'image', 'poll_creation'] : ['chat', 'image']);
      expect(kinds.get('text') ?? 0).toBeGreaterThan(50);
      expect((kinds.get('buttons') ?? 0) > 10).toBe(polls);
    },
    120_000,
  );
});
