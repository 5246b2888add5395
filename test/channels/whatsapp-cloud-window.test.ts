import { expect, it } from 'vitest';
import { setUp } from './whatsapp-cloud-setup.ts';

it('says that free words get through for a day, unless a template brings them at any time', async () => {
  const without = await setUp();
  const withOne = await setUp({ channel: { template: { name: 'shop_news', language: 'en_US' } } });
  expect(without.channel.capabilities.answersWithinMs).toBe(24 * 60 * 60_000);
  expect(withOne.channel.capabilities.answersWithinMs).toBeUndefined();
  await Promise.all([without.close(), withOne.close()]);
});
