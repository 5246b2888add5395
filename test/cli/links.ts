import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliShop, openCliShop } from './cli.ts';

let shop: CliShop;
beforeAll(async () => {
  shop = await openCliShop();
});
afterAll(() => shop.close());

const places = {
  TELEGRAM_BOT_NAME: '@parley_bot',
  WHATSAPP_NUMBER: '+4915123456789',
  PARLEY_PUBLIC_URL: 'https://chat.example.com/',
};

async function links(args: readonly string[], settings: Readonly<Record<string, string>> = places) {
  const cli = shop.run(['links', ...args], settings);
  cli.input.end();
  const code = await cli.ended;
  return { code, said: cli.said(), complained: cli.complained() };
}

async function readCode(file: string): Promise<string> {
  const { width, height, data } = decode(await readFile(file));
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (const [at, grey] of data.entries()) pixels.fill(grey, at * 4, at * 4 + 3);
  return decodeQR({ width, height, data: pixels });
}

async function someProduct(): Promise<{ id: string; title: string }> {
  const cli = shop.run(['search', '--jsonl']);
  cli.input.end('{"query":"parka"}\n');
  await cli.ended;
  const { products } = JSON.parse(cli.said()) as { products: { id: string; title: string }[] };
  return products[0] ?? { id: '', title: '' };
}

describe('parley links', () => {
  it('makes a link to a product, with QR codes that lead where it says, shows it again, and drops it', async () => {
    expect((await links([])).said).toContain('There are no links yet');
    const { id, title } = await someProduct();
    const add = ['add', '--to', `product:${id}`, '--campaign', 'shop-window', '--note', 'left of the door'];
    const { said } = await links([...add, '--qr', 'posters', '--scale', '4']);
    const link = said.slice(0, 6);
    const words = encodeURIComponent(`Hello! I am interested in ${title} [#${link}]`);
    const urls = [
      `https://t.me/parley_bot?start=${link}`,
      `https://wa.me/4915123456789?text=${words}`,
      `https://chat.example.com/?start=${link}`,
    ];
    for (const url of urls) expect(said).toContain(url);
    expect(said).toContain('not set up: TEAMS_APP_ID');
    const folder = join(shop.folder, 'posters');
    const codes = (await readdir(folder)).filter((name) => name.endsWith('.png')).map((name) => join(folder, name));
    expect((await Promise.all(codes.map(readCode))).sort()).toEqual([...urls].sort());
    expect((await readdir(folder)).filter((name) => name.endsWith('.svg'))).toHaveLength(3);

    expect((await links([])).said).toContain(`${link}  shop-window · product ${id} · 0 conversations · made just now`);
    const shown = await links(['show', `#${link.toLowerCase()}`, '--channel', 'web']);
    expect(shown.said).toContain(urls[2]);
    expect(shown.said).not.toContain('t.me');
    expect((await links(['drop', link])).code).toBe(0);
    expect((await links([])).said).toContain('There are no links yet');
  });

  it('takes the shopper’s words from a flow’s own examples, or as they are given', async () => {
    const add = ['add', '--campaign', 'package', '--channel', 'whatsapp', '--to'];
    expect((await links([...add, 'flow:person'])).said).toMatch(/The shopper sends: \S.* \[#\w{6}\]/);
    const given = await links([...add, 'welcome', '--text', 'Guten Tag!']);
    expect(given.said).toContain('The shopper sends: Guten Tag! [#');
  });

  it('makes none that cannot be as it was asked for, and says what is wrong', async () => {
    const before = (await links([])).said;
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['--to', 'flow:persn'], /There is no flow "persn"\. Did you mean flow:person\?/],
      [
        ['--to', 'product:winter parka'],
        /There is no product "winter parka"\. Did you mean product:\S+ \(.*Parka.*\)\?/,
      ],
      [['--to', 'product:'], /A link leads to product:ID, flow:NAME or welcome/],
      [['--to', 'welcome', '--channel', 'whatsap'], /did you mean whatsapp\?/],
      [['--to', 'welcome', '--channel', 'web,teams'], /^Teams: not set up: TEAMS_APP_ID$/m],
      [['--to', 'welcome', '--scale', '0'], /a whole number from 1 to 50/],
      [['--to', 'welcome', '--text', 'x'.repeat(201)], /the text is 1 to 200 characters/],
    ];
    for (const [args, words] of wrong) {
      const { code, complained } = await links(['add', '--campaign', 'x', '--qr', 'wrong', ...args]);
      expect(complained).toMatch(words);
      expect({ args, failed: code === 1 || code === 2 }).toEqual({ args, failed: true });
    }
    expect((await links([])).said).toBe(before);
    expect(existsSync(join(shop.folder, 'wrong'))).toBe(false);
  });

  it('knows no code that is not there, and says that Telegram does not tell the bot’s name', async () => {
    expect((await links(['drop', 'QQQQ22'])).complained).toContain('There is no link QQQQ22');
    const unreached = { TELEGRAM_BOT_TOKEN: '1:x', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
    const { said } = await links(['add', '--to', 'welcome', '--campaign', 'x'], unreached);
    expect(said).toContain('Telegram did not tell the bot’s name: set TELEGRAM_BOT_NAME');
  });
});
