import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLetters, dropDeadLetter, replayDeadLetter } from '../../src/care/dead-letters.ts';
import { moveFromDesk } from '../../src/care/desk.ts';
import { conversationId } from '../../src/channel/ids.ts';
import { createFakeChannel, openDeskShop } from './desk-shop.ts';

const conversation = conversationId({ channel: 'telegram', account: '1', peer: '2' });
const drinks = { id: 'm1', conversation, at: 0, content: { type: 'text', text: 'drinks' } } as const;

let shop: Awaited<ReturnType<typeof openDeskShop>>;
beforeEach(async () => {
  shop = await openDeskShop();
});
afterEach(() => shop.close());

describe('the desk', () => {
  it('reaches the shopper though another process, without that channel, looks at the store as well', async () => {
    const telegram = createFakeChannel('telegram');
    const runtime = await shop.run(telegram);
    await runtime.handle(drinks);
    await runtime.stop();
    await shop.run(createFakeChannel('webchat'));
    await moveFromDesk(shop.store, { conversation, does: { say: 'I am here' }, now: Date.now() });
    const before = await shop.store.get('conversation', conversation);
    await shop.run(telegram);
    await telegram.showing('I am here');
    expect(before?.body['dueAt']).toBeLessThanOrEqual(Date.now());
  });

  it('knows nothing of a conversation that has not begun', async () => {
    expect(await moveFromDesk(shop.store, { conversation, does: 'take', now: 0 })).toBeNull();
  });
});

describe('a dead letter', () => {
  it('is delivered again when it is replayed, with its choices, and is gone then', async () => {
    const telegram = createFakeChannel('telegram');
    const runtime = await shop.run(telegram);
    telegram.answer = () => ({ result: 'rejected', reason: 'too long' });
    await runtime.handle(drinks);
    const [letter, ...others] = await deadLetters(shop.store);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ conversation, reason: 'too long', part: { type: 'buttons' } });
    if (!letter) return;
    telegram.answer = (part) =>
      part.type === 'buttons' ? { result: 'delivered' } : { result: 'rejected', reason: '?' };
    expect(await replayDeadLetter(shop.store, letter, Date.now())).toBe(true);
    await telegram.showing('Tea or coffee?');
    expect(await deadLetters(shop.store)).toEqual([]);
    expect(telegram.shown).toEqual(['Tea or coffee?']);
  });

  it('can be dropped once', async () => {
    const telegram = createFakeChannel('telegram');
    const runtime = await shop.run(telegram);
    telegram.answer = () => ({ result: 'rejected', reason: 'no' });
    await runtime.handle(drinks);
    const [letter] = await deadLetters(shop.store);
    if (!letter) throw new Error('nothing became a dead letter');
    expect(await dropDeadLetter(shop.store, letter)).toBe(true);
    expect(await dropDeadLetter(shop.store, letter)).toBe(false);
  });
});
