import { describe, expect, it, onTestFinished } from 'vitest';
import { openTelegramPeer } from './peers/telegram.ts';
import { startShop } from './shop-process.ts';
import { openTelegram, telegramShopper } from './telegram-shopper.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a shop that Telegram posts to', () => {
  it('hears what was said while it was closed, and can go back to polling', async () => {
    const peer = await openTelegramPeer({ data: '' });
    await peer.close();
    const fake = await openTelegram();
    const environment = { ...peer.environment, ...fake.environment, PARLEY_DATA: await temporaryFolder() };
    const anna = telegramShopper(fake, 7);
    const first = await startShop(environment);
    onTestFinished(async () => void (await first.kill('SIGKILL')));
    await fake.until(() => fake.calls('setWebhook') === 1, 20_000);
    anna.says('/start');
    await anna.hears('welcome to Parley Demo Shop');
    await first.kill('SIGKILL');
    anna.says('how much is delivery?');
    await fake.until(() => fake.posts().some(({ status }) => status === null));
    const second = await startShop(environment);
    onTestFinished(async () => void (await second.kill('SIGKILL')));
    await anna.hears('Standard: $4.90');
    expect(await second.kill('SIGTERM')).toBe(0);

    const third = await startShop({ ...environment, TELEGRAM_WEBHOOK: 'no' });
    onTestFinished(async () => void (await third.kill('SIGKILL')));
    await fake.until(() => fake.isPolled(), 20_000);
    await expect.poll(third.complaints, { timeout: 10_000 }).toContain('TELEGRAM_WEBHOOK_REMOVED');
    anna.says('how much is delivery?');
    await anna.hears('Standard: $4.90');
  }, 90_000);
});
