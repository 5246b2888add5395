import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrade } from '../../src/channel/degrade.ts';
import { teamsCapabilities } from '../../src/channel/limits/teams.ts';
import { message } from '../channel/arbitraries.ts';
import { activity, annsChat, posted, setUp } from './teams-setup.ts';

describe('the limits of Teams', () => {
  it('are passed by nothing that is delivered, whatever is said', async () => {
    const { fake, channel } = await setUp();
    await channel.prepare?.(posted(fake, activity(fake, { text: 'hello' })));
    const kinds = new Map<string, number>();
    let key = 0;
    await fc.assert(
      fc.asyncProperty(message, async (said) => {
        for (const part of degrade(said, teamsCapabilities).parts) {
          key += 1;
          const receipt = await channel.deliver(part, annsChat(fake), { key: `${key}`, inReplyTo: null });
          expect(receipt, JSON.stringify(part)).toMatchObject({ result: 'delivered' });
          kinds.set(part.type, (kinds.get(part.type) ?? 0) + 1);
        }
      }),
      { numRuns: 1000 },
    );
    for (const kind of ['text', 'buttons', 'list', 'cards', 'image', 'receipt'])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(5);
    expect(fake.refusals()).toEqual([]);
    await fake.close();
  });
});
