import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { InboundContent } from '../../src/channel/inbound.ts';
import { type JsonlLine, openJsonl, textOf } from './jsonl-shopper.ts';
import { openedShop } from './open-shop.ts';
import { runParley } from './own-process.ts';
import { startShop } from './shop-process.ts';
import { openTelegram, telegramShopper } from './telegram-shopper.ts';
import { temporaryFolder } from './temporary-folder.ts';

const binary = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1');

describe('JSON lines that are no good', () => {
  it('are each answered with what is wrong and where, and the lines after them are answered as ever', async () => {
    const chat = openJsonl({ PARLEY_DATA: await temporaryFolder() });
    const bad: readonly (string | object)[] = [
      '{"conversation":"a","id":"1","text":',
      'nothing but words',
      '[]',
      'null',
      { conversation: 'a', id: '2' },
      { conversation: 'a', id: '3', text: 'x', choice: 'y' },
      { conversation: 'a', id: 4, text: 'x' },
      { conversation: '', id: '5', text: 'x' },
      { conversation: 'a', id: 'x'.repeat(10_000), text: 'x' },
      { conversation: 'a', id: '6', text: null },
    ];
    chat.put('', ...bad, '   ');
    const errors = () => chat.said().filter(({ type }) => type === 'error');
    await chat.until(() => errors().length === bad.length);
    expect(
      errors()
        .map(({ line }) => line)
        .sort((one, other) => Number(one) - Number(other)),
    ).toEqual(bad.map((_, index) => index + 2));
    expect(errors().every(({ message }) => (message ?? '').length > 10 && (message ?? '').length < 400)).toBe(true);
    expect(textOf(await chat.shopper('a')('my cart'))).toContain('Your cart is empty');
    expect(await chat.end()).toBe(0);
    expect(chat.complaints()).toBe('');
  });

  it('in odd conversations, of odd sizes and with odd signs are answered, each in its own conversation', async () => {
    const chat = openJsonl({ PARLEY_DATA: await temporaryFolder() });
    for (const name of ['🧥', 'a:b:c', 'two\nlines', '$where.__proto__', ' ', 'a\u0000b', '\u202eleft']) {
      expect(textOf(await chat.shopper(name)('my cart')), name).toContain('Your cart is empty');
    }
    const anna = chat.shopper('anna');
    for (const text of [
      '',
      ' \n ',
      '🧥',
      binary,
      '\u0000',
      '\ud83d',
      'x'.repeat(100_000),
      'red shoes '.repeat(10_000),
    ]) {
      const answers = await anna(text);
      expect(textOf(answers).length, text.slice(0, 20)).toBeGreaterThan(10);
      expect(textOf(answers).length, text.slice(0, 20)).toBeLessThan(2_000);
    }
    expect(textOf(await anna({ choice: 'there-is-no-such-choice' }))).toMatch(/That (button|menu) is from before/u);
    expect(textOf(await anna('my cart'))).toContain('Your cart is empty');
    expect(await chat.end()).toBe(0);
    expect(chat.complaints()).toBe('');
  });
});

describe('a product that vanishes', () => {
  it('between being shown and being picked is told to be sold no more', async () => {
    const { shopper, shop, troubles } = await openedShop();
    const anna = shopper('anna');
    const [coat] = shownIn(await anna('a warm winter coat under 200'));
    await deleteProduct(shop, coat?.id);
    expect(textOf(await anna({ type: 'choice', id: coat?.choice ?? '' }))).toContain('we do not sell that any more');
    expect(textOf(await anna('Back to the list'))).toContain('Pick one to see more.');
    expect(troubles()).toEqual([]);
  });

  it('between being looked at and the cart is told to be sold no more, and the cart stays empty', async () => {
    const { shopper, shop } = await openedShop();
    const anna = shopper('anna');
    const [coat] = shownIn(await anna('a warm winter coat under 200'));
    await anna({ type: 'choice', id: coat?.choice ?? '' });
    await deleteProduct(shop, coat?.id);
    expect(textOf(await anna('Add to cart'))).toContain('we do not sell that any more');
    expect(textOf(await anna('my cart'))).toContain('Your cart is empty');
  });

  it('out of the cart is named and not counted', async () => {
    const { shopper, shop } = await openedShop();
    const anna = shopper('anna');
    const [coat] = shownIn(await anna('a warm winter coat under 200'));
    await anna({ type: 'choice', id: coat?.choice ?? '' });
    await anna('Add to cart');
    await deleteProduct(shop, coat?.id);
    const cart = textOf(await anna('my cart'));
    expect(cart).toContain(`We do not sell these any more, so they are not counted: ${coat?.title}`);
    expect(cart).not.toContain('129.99');
  });
});

describe('a catalogue with bad rows', () => {
  it('is brought in without them, each told with its line, and the shop sells the rest', async () => {
    const PARLEY_DATA = await temporaryFolder();
    const file = join(PARLEY_DATA, 'products.csv');
    const rows = ['id,title,price', 'cap,Blue Woollen Cap,19.90', 'hat,Hat Without A Price,', 'tie,Tie,free', ',,'];
    await writeFile(file, rows.join('\n'));
    const bring = runParley(['catalog', 'import', file, '--replace'], { PARLEY_DATA });
    await bring.end();
    const told = `${bring.lines.join('\n')}\n${bring.complaints()}`;
    expect(told).toContain('products.csv:3: left out: price is missing');
    expect(told).toContain('products.csv:4: left out: price "free" is not a price');
    const chat = openJsonl({ PARLEY_DATA });
    const found = await chat.shopper('a')('a woollen cap');
    expect(shownIn(found).map(({ title }) => title)).toContain('Blue Woollen Cap');
    expect(shownIn(await chat.shopper('a')('hat without a price')).map(({ id }) => id)).not.toContain('hat');
  });
});

describe('what a channel cannot carry as text', () => {
  it('is answered politely, whatever kind it is, and the question that waits is asked again', async () => {
    const { shopper, troubles } = await openedShop();
    const anna = shopper('anna');
    await anna('where is my order');
    const kinds: readonly InboundContent[] = [
      { type: 'unsupported', what: 'voice' },
      { type: 'unsupported', what: 'sticker' },
      { type: 'location', latitude: 52.5, longitude: 13.4 },
    ];
    for (const content of kinds) expect(textOf(await anna(content)), content.type).toContain('send its number');
    const contact = { type: 'contact', name: 'Ben', phone: '+15551234567' } as const;
    expect(textOf(await anna(contact))).toContain('I cannot find that order.');
    expect(textOf(await anna('10234'))).toContain('Order 10234');
    expect(troubles()).toEqual([]);
  });

  it('is survived on Telegram', async () => {
    const fake = await openTelegram();
    const shop = await startShop({ PARLEY_DATA: await temporaryFolder(), ...fake.environment });
    onTestFinished(async () => void (await shop.kill('SIGKILL')));
    const anna = telegramShopper(fake, 7);
    anna.says('my cart');
    await anna.hears('Your cart is empty');
    fake.send(7, { dice: { emoji: '🎲', value: 3 } });
    await anna.hears('Could you write it in words?');
    anna.says('x'.repeat(4096));
    await anna.hears('Sorry, I found nothing');
    anna.says('\u0000\u0001\u202e');
    fake.update({ poll_answer: { poll_id: '1', option_ids: [] } } as never);
    anna.says('my cart');
    await anna.hears('Your cart is empty');
    expect(await shop.kill('SIGTERM')).toBe(0);
  });

  it('is refused over HTTP in plain words, and the shop stays open', async () => {
    const shop = await startShop({ PARLEY_DATA: await temporaryFolder() });
    onTestFinished(async () => void (await shop.kill('SIGKILL')));
    const bodies = ['', '{"id":', '[]', binary, JSON.stringify({ id: 'x', text: 'y'.repeat(100_000) })];
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${shop.address}/webchat/messages`, { method: 'POST', headers, body });
      expect(response.status, body.slice(0, 20)).toBeGreaterThanOrEqual(400);
      expect(response.status, body.slice(0, 20)).toBeLessThan(500);
    }
    expect((await fetch(shop.address)).status).toBe(200);
    expect(await shop.kill('SIGTERM')).toBe(0);
  });
});

type Shown = NonNullable<JsonlLine['products']>;

function shownIn(lines: readonly JsonlLine[]): Shown {
  return lines.flatMap(({ products }) => products ?? []);
}

type Shop = Awaited<ReturnType<typeof openedShop>>['shop'];

async function deleteProduct({ store }: Shop, id = ''): Promise<void> {
  const product = await store.get('product', id);
  expect(product).not.toBeNull();
  await store.commit([{ kind: 'product', id, revision: product?.revision ?? 0, body: null }]);
}
