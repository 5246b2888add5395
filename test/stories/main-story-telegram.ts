import { expect } from 'vitest';
import type { Environment } from './own-process.ts';
import { startShop } from './shop-process.ts';
import { openTelegram, telegramShopper, wordsOf } from './telegram-shopper.ts';

const png = Buffer.from('89504e470d0a1a0a', 'hex');

/** The shop's main story on Telegram: told to slow down, killed in the middle, and given a press twice. */
export async function buysACoatOnTelegram(environment: Environment): Promise<void> {
  const fake = await openTelegram();
  const anna = telegramShopper(fake, 7);
  const first = await startShop({ ...environment, ...fake.environment });
  anna.says('/start');
  await anna.hears('welcome to Parley Demo Shop');
  anna.says('a warm winter coat under 200');
  const menu = await anna.hears('Pick one to see more.');
  const coat = menu.message.reply_markup?.inline_keyboard[1]?.[0]?.text.replace(/^\d+\. /u, '') ?? '?';

  const slowDown = { error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } };
  fake.fail('sendPhoto', slowDown);
  anna.presses(coat);
  const photo = await anna.hears(coat);
  expect(photo.upload?.subarray(0, png.length)).toEqual(png);
  await anna.hears('Would you like it?');

  await first.kill('SIGKILL');
  anna.says('how much is delivery?');
  const second = await startShop({ ...environment, ...fake.environment });
  await anna.hears('Standard: $4.90');
  await anna.hears('Would you like it?');

  anna.presses('Add to cart');
  await anna.hears(`${coat} is in your cart.`);
  anna.pressComesAgain();
  await fake.until(() => fake.pending().length === 0, 10_000);
  // Killed before it has noted that its answer was delivered: that may be said twice, but not done twice.
  await second.kill('SIGKILL');
  const third = await startShop({ ...environment, ...fake.environment });
  anna.says('show my cart');
  expect(wordsOf(await anna.hears(`× ${coat}: `))).toContain(`1 × ${coat}: `);
  await fake.until(() => fake.pending().length === 0, 10_000);
  expect(await third.kill('SIGTERM')).toBe(0);
  expect(fake.pending()).toEqual([]);
}
