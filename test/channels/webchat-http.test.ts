import { describe, expect, it } from 'vitest';
import { createHeldClock } from './webchat-clock.ts';
import { createShop } from './webchat-shop.ts';
import { as, newVisitor, post } from './webchat-visitor.ts';

const word = { id: 'm1', text: 'hello' };

describe('a posted message', () => {
  it('is answered with 202 once it is received, with the visitor’s language', async () => {
    const shop = await createShop();
    const token = await newVisitor(shop);
    const headers = { ...as(token), 'accept-language': 'de-AT,de;q=0.9' };
    const url = '/webchat/messages';
    const response = await shop.server.app.inject({ method: 'POST', url, headers, payload: word });
    expect(response.statusCode).toBe(202);
    expect(response.json()).toEqual({ id: 'm1' });
    const [event] = shop.memory.received;
    expect(event).toMatchObject({ id: 'm1', content: { type: 'text', text: 'hello' }, sender: { locale: 'de-AT' } });
  });

  it('that comes twice is answered alike and received once', async () => {
    const shop = await createShop();
    const token = await newVisitor(shop);
    const answers = await Promise.all([post(shop, token, word), post(shop, token, word)]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([202, 202]);
    expect(shop.memory.received).toHaveLength(1);
  });

  it('of two visitors may have the same id and is two', async () => {
    const shop = await createShop();
    for (const token of [await newVisitor(shop), await newVisitor(shop)]) {
      expect((await post(shop, token, word)).statusCode).toBe(202);
    }
    expect(new Set(shop.memory.received.map((event) => event.conversation)).size).toBe(2);
  });

  it('carries a choice, a place or the opening of the chat', async () => {
    const shop = await createShop();
    const token = await newVisitor(shop);
    await post(shop, token, { id: 'a', choice: 'product:1', label: 'Wool coat' });
    await post(shop, token, { id: 'b', location: { latitude: 52.5, longitude: -13.4 } });
    await post(shop, token, { id: 'c', opened: 'poster' });
    await post(shop, token, { id: 'd', opened: true });
    expect(shop.memory.received.map((event) => event.content)).toEqual([
      { type: 'choice', id: 'product:1', label: 'Wool coat' },
      { type: 'location', latitude: 52.5, longitude: -13.4 },
      { type: 'opened', payload: 'poster' },
      { type: 'opened' },
    ]);
  });

  it('loses half a character rather than becoming unreadable', async () => {
    const shop = await createShop();
    await post(shop, await newVisitor(shop), '{"id":"m1","text":"a\\ud83dz"}');
    expect(shop.memory.received[0]?.content).toEqual({ type: 'text', text: 'a\uFFFDz' });
  });

  it('that could not be kept is answered with 503, and the same one is taken later', async () => {
    const shop = await createShop();
    const token = await newVisitor(shop);
    shop.memory.broken = true;
    const refused = await post(shop, token, word);
    expect(refused.statusCode).toBe(503);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).not.toContain('disk');
    shop.memory.broken = false;
    expect((await post(shop, token, word)).statusCode).toBe(202);
    expect(shop.memory.received).toHaveLength(1);
  });
});

describe('a message that cannot be read', () => {
  const bad: readonly (readonly [string, number, object | string | Buffer])[] = [
    ['nothing', 400, ''],
    ['broken JSON', 400, '{"id":"m1","text":'],
    ['bytes that are no text', 400, Buffer.from([0x7b, 0xff, 0xfe, 0x00])],
    ['a list', 400, '[1]'],
    ['null', 400, 'null'],
    ['no id', 400, { text: 'hello' }],
    ['an id of another kind', 400, { id: 7, text: 'hello' }],
    ['an id that is too long', 400, { id: 'x'.repeat(65), text: 'hello' }],
    ['an empty text', 400, { id: 'm1', text: ' \n ' }],
    ['a text that is a number', 400, { id: 'm1', text: 5 }],
    ['an unknown kind', 400, { id: 'm1', video: 'x' }],
    ['an empty choice', 400, { id: 'm1', choice: '' }],
    ['a place off the earth', 400, { id: 'm1', location: { latitude: 91, longitude: 0 } }],
    ['a text of 8,001 characters', 413, { id: 'm1', text: 'x'.repeat(8001) }],
    ['100 kB', 413, { id: 'm1', text: 'x'.repeat(100_000) }],
  ];

  it.each(bad)('(%s) is answered with %i in plain words and not received', async (_what, status, payload) => {
    const shop = await createShop();
    const response = await post(shop, await newVisitor(shop), payload);
    expect(response.statusCode).toBe(status);
    expect(response.json<{ message: string }>().message).toMatch(/^[A-Z].*\.$/u);
    expect(shop.memory.received).toHaveLength(0);
  });
});

describe('a visitor', () => {
  it('has a token that nobody can guess, and that the conversation’s id does not show', async () => {
    const shop = await createShop();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => newVisitor(shop)));
    expect(new Set(tokens).size).toBe(50);
    const [token = ''] = tokens;
    await post(shop, token, word);
    const conversation = shop.memory.received[0]?.conversation ?? '';
    for (const piece of token.split('.')) expect(conversation).not.toContain(piece);
    const peer = conversation.split(':').at(-1) ?? '';
    expect((await post(shop, peer, word)).statusCode).toBe(401);
  });

  it('without a token, or with a forged one, gets nothing and says nothing', async () => {
    const shop = await createShop();
    const token = await newVisitor(shop);
    for (const wrong of ['', 'x', `${token}x`, token.replace('.', ''), `${'A'.repeat(32)}.${token.split('.')[1]}`]) {
      expect((await post(shop, wrong, word)).statusCode).toBe(401);
      for (const url of ['/webchat/events', '/webchat/history?before=9']) {
        expect((await shop.server.app.inject({ url, headers: as(wrong) })).statusCode).toBe(401);
      }
    }
    expect(shop.memory.received).toHaveLength(0);
  });

  it('cannot read another’s conversation', async () => {
    const shop = await createShop();
    const [mine, other] = [await newVisitor(shop), await newVisitor(shop)];
    await post(shop, mine, { id: 'm1', text: 'my secret' });
    const read = (token: string) => shop.server.app.inject({ url: '/webchat/history?before=9', headers: as(token) });
    expect((await read(mine)).body).toContain('my secret');
    expect((await read(other)).json()).toEqual({ turns: [], earlier: false });
  });

  it('keeps the same conversation in a server that knows the same secret', async () => {
    const first = await createShop();
    const token = await newVisitor(first);
    await post(first, token, word);
    const second = await createShop({ memory: first.memory });
    await post(second, token, { ...word, id: 'm2' });
    expect(new Set(first.memory.received.map((event) => event.conversation)).size).toBe(1);
  });

  it('who writes too much at once is told when to go on, and is let in then', async () => {
    const clock = createHeldClock();
    const shop = await createShop({ clock, limits: { messages: { burst: 3, perSecond: 1 } } });
    const token = await newVisitor(shop);
    const status = async (id: string) => (await post(shop, token, { id, text: id })).statusCode;
    expect([await status('a'), await status('b'), await status('c')]).toEqual([202, 202, 202]);
    const refused = await post(shop, token, { id: 'd', text: 'd' });
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('1');
    expect((await post(shop, await newVisitor(shop), word)).statusCode).toBe(202);
    clock.advance(1000);
    expect([await status('d'), await status('e')]).toEqual([202, 429]);
  });

  it('cannot be made again and again from one address', async () => {
    const shop = await createShop({ clock: createHeldClock(), limits: { sessions: { burst: 2, perSecond: 1 } } });
    const ask = async () => (await shop.server.app.inject({ method: 'POST', url: '/webchat/session' })).statusCode;
    expect([await ask(), await ask(), await ask()]).toEqual([201, 201, 429]);
  });
});

describe('the page’s configuration', () => {
  it('names the shop and its language, and no secret', async () => {
    const shop = await createShop({ name: 'Nordlicht' });
    const response = await shop.server.app.inject('/webchat/config');
    expect(response.json()).toEqual({ shop: 'Nordlicht', locale: 'en-US', words: {}, media: null, previews: null });
  });
});
