import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { describeWith } from '../services/servers.ts';
import type { Environment } from './own-process.ts';
import { runParley } from './own-process.ts';
import { startShop } from './shop-process.ts';
import { openTelegram, telegramShopper } from './telegram-shopper.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function parley(environment: Environment, ...args: readonly string[]): Promise<string> {
  const command = runParley(args, environment);
  expect(await command.end(), command.complaints()).toBe(0);
  return command.lines.join('\n');
}

/** A visitor of the web chat; `hears` polls what was said to them. */
async function visitor(address: string) {
  const session = await fetch(`${address}/webchat/session`, { method: 'POST' });
  const { token } = (await session.json()) as { token: string };
  const headers = { 'x-parley-visitor': token, 'content-type': 'application/json' };
  return {
    async sends(said: object) {
      const body = JSON.stringify({ id: randomUUID(), ...said });
      expect((await fetch(`${address}/webchat/messages`, { method: 'POST', headers, body })).status).toBe(202);
    },
    hears: (words: string) =>
      expect
        .poll(async () => (await fetch(`${address}/webchat/history?before=99`, { headers })).text(), {
          timeout: 20_000,
        })
        .toContain(words),
  };
}

const parka = 'Cozy Quilted Winter Parka';

/** A poster's link, from the command that makes it to the count of who came by it. */
async function comesByALink(given: Environment): Promise<void> {
  const fake = await openTelegram();
  const environment = { ...given, ...fake.environment, PARLEY_PUBLIC_URL: 'https://chat.example.com' };
  const found = await parley(environment, 'links', 'add', '--to', 'flow:delivery', '--campaign', 'package');
  const delivery = found.slice(0, 6);
  const near = runParley(['links', 'add', '--to', `product:${parka}`, '--campaign', 'poster'], environment);
  expect(await near.end()).toBe(1);
  const id = /product:(\S+) \(Cozy Quilted Winter Parka\)/u.exec(near.complaints())?.[1] ?? '';
  const added = await parley(environment, 'links', 'add', '--to', `product:${id}`, '--campaign', 'poster');
  expect(added).toContain(`https://t.me/parley_test_bot?start=${added.slice(0, 6)}`);
  const code = added.slice(0, 6);

  const shop = await startShop(environment);
  onTestFinished(async () => void (await shop.kill('SIGKILL')));
  const anna = telegramShopper(fake, 7);
  anna.says(`/start ${code}`);
  await anna.hears(parka);
  await anna.hears('Would you like it?');
  anna.says(`/start ${delivery}`);
  await anna.hears('Standard: $4.90');
  const ben = await visitor(shop.address);
  await ben.sends({ opened: code });
  await ben.hears(parka);
  const cleo = await visitor(shop.address);
  await cleo.sends({ text: `Hello! I am interested in ${parka} [#${code}], how much is delivery?` });
  await cleo.hears('Standard: $4.90');
  await cleo.hears(parka);
  await fake.until(() => fake.pending().length === 0, 10_000);

  const listed = await parley(environment, 'links');
  expect(listed).toContain(`${code}  poster · product ${id} · 3 conversations`);
  expect(listed).toContain(`${delivery}  package · flow delivery · 1 conversation ·`);
  const shown = await parley(environment, 'inbox', 'show', `telegram:${fake.token.split(':')[0]}:7`);
  expect(shown).toContain(`Came by link ${code} (poster) on telegram, just now, last by link ${delivery} (package)`);
  expect(await shop.kill('SIGTERM')).toBe(0);
}

it('a link shows its product on Telegram and in the web chat, and who came by it is known', async () => {
  await comesByALink({ PARLEY_DATA: await temporaryFolder() });
}, 90_000);

await describeWith('mongodb', 'On MongoDB', ({ url }) => {
  it('a link shows its product on Telegram and in the web chat, and who came by it is known', async () => {
    const database = new URL(url);
    database.pathname = `/story-${randomUUID()}`;
    await comesByALink({ PARLEY_DATA: await temporaryFolder(), MONGODB_URI: database.href });
  }, 90_000);
});
