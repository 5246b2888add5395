import { describe, expect, it, onTestFinished } from 'vitest';
import { buysACoatOnTelegram } from './main-story-telegram.ts';
import { runParley } from './own-process.ts';
import { startShop } from './shop-process.ts';
import { openTelegram, telegramShopper } from './telegram-shopper.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the demo shop on Telegram', () => {
  it('sells a coat, though it must slow down, is killed twice, and hears things again', async () => {
    await buysACoatOnTelegram({ PARLEY_DATA: await temporaryFolder() });
  }, 90_000);

  it('goes on with everybody else when somebody blocks the bot, and with them when they are back', async () => {
    const fake = await openTelegram();
    const shop = await startShop({ PARLEY_DATA: await temporaryFolder(), ...fake.environment });
    onTestFinished(async () => void (await shop.kill('SIGKILL')));
    const [anna, ben] = [telegramShopper(fake, 7), telegramShopper(fake, 8)];
    anna.says('red shoes');
    await anna.hears('Pick one to see more.');
    fake.block(7);
    // What she wrote before she blocked it is answered after.
    anna.says('blue shoes');
    ben.says('a tent');
    await ben.hears('Pick one to see more.');
    await fake.until(() => fake.pending().length === 0, 10_000);
    expect(anna.sent()).toHaveLength(1);
    fake.unblock(7);
    anna.says('/start');
    await anna.hears('Pick one to see more.');
    ben.says('1');
    await ben.hears('Would you like it?');
    expect(await shop.kill('SIGTERM')).toBe(0);
  });

  it('stays closed, says why and ends when Telegram does not know its token', async () => {
    const fake = await openTelegram();
    const mistyped = { ...fake.environment, TELEGRAM_BOT_TOKEN: '7000001:AAmistyped' };
    const shop = runParley(['start'], { PARLEY_DATA: await temporaryFolder(), PARLEY_PORT: '0', ...mistyped });
    onTestFinished(async () => void (await shop.kill('SIGKILL')));
    expect(await shop.end()).toBe(1);
    expect(shop.complaints()).toContain('Ask BotFather for it and restart. (TELEGRAM_TOKEN_REFUSED)');
    expect(shop.complaints()).not.toContain('should not have happened');
  }, 30_000);
});
