import { afterEach, describe, expect, it } from 'vitest';
import type { ConversationId } from '../../src/channel/ids.ts';
import type { Message } from '../../src/channel/message.ts';
import type { Transcript } from '../../src/runtime/transcript.ts';
import { createHeldClock } from './webchat-clock.ts';
import { createMemory, createShop, deliverTurn, type ShopOptions, type TestShop } from './webchat-shop.ts';
import { as, isReady, keysOf, newVisitor, type OpenStream, openEvents, post } from './webchat-visitor.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Visit {
  readonly shop: TestShop;
  readonly url: string;
  readonly token: string;
  readonly conversation: ConversationId;
  open(lastEventId?: string): Promise<OpenStream>;
}

async function visit(options: ShopOptions = {}, token?: string): Promise<Visit> {
  const shop = await createShop({ clock: createHeldClock(), ...options });
  cleanUps.push(() => shop.server.close());
  const url = await shop.server.listen();
  const mine = token ?? (await newVisitor(shop));
  const request = { method: 'POST', url: '/webchat/messages', headers: as(mine), body: new Uint8Array() };
  const [event] = shop.webchat.adapter.parse(request);
  if (!event) throw new Error('no conversation');
  const open = async (lastEventId?: string) => {
    const stream = await openEvents(url, mine, lastEventId);
    cleanUps.push(stream.close);
    return stream;
  };
  return { shop, url, token: mine, conversation: event.conversation, open };
}

const text = (words: string): Message => ({ type: 'text', text: [words] });
const turnsOf = (stream: OpenStream) =>
  stream.seen.flatMap((event) => (event.name === 'turn' ? [event.data.turn] : []));
const has = (turn: number) => (seen: OpenStream['seen']) =>
  seen.some((each) => each.name === 'turn' && each.data.turn === turn);

describe('an opened page', () => {
  it('of a new visitor is told that there is nothing yet', async () => {
    const { open } = await visit();
    const stream = await open();
    expect(await stream.until(isReady)).toEqual([{ name: 'ready', id: null, data: { earlier: false, empty: true } }]);
  });

  it('is given the newest 50 turns, and the older ones when it asks', async () => {
    const { shop, conversation, open, token } = await visit();
    for (let turn = 1; turn <= 120; turn++) shop.say(conversation, text(`turn ${turn}`));
    const stream = await open();
    const seen = await stream.until(isReady);
    expect(turnsOf(stream)).toEqual(Array.from({ length: 50 }, (_, index) => index + 71));
    expect(seen.at(-1)).toMatchObject({ name: 'ready', data: { earlier: true, empty: false } });
    const older = await shop.server.app.inject({ url: '/webchat/history?before=71', headers: as(token) });
    const { turns, earlier } = older.json<{ turns: { turn: number }[]; earlier: boolean }>();
    expect([turns[0]?.turn, turns.at(-1)?.turn, earlier]).toEqual([21, 70, true]);
  });

  it('that comes back with the last turn it saw is given exactly what it missed, however much', async () => {
    const { shop, conversation, open } = await visit();
    for (let turn = 1; turn <= 260; turn++) shop.say(conversation, text(`turn ${turn}`));
    const stream = await open('7');
    await stream.until(isReady);
    expect(turnsOf(stream)).toEqual(Array.from({ length: 253 }, (_, index) => index + 8));
  });

  it('that saw more than there is begins anew', async () => {
    const { shop, conversation, open } = await visit();
    shop.say(conversation, text('one'));
    const stream = await open('9');
    const seen = await stream.until(isReady);
    expect(seen.map((event) => event.name)).toEqual(['reset', 'turn', 'ready']);
  });

  it('is shown an answer with what it answers, under the keys that it was delivered by', async () => {
    const { shop, token, conversation, open } = await visit();
    const stream = await open();
    await stream.until(isReady);
    await post(shop, token, { id: 'm1', text: 'hello' });
    const seen = await stream.until(has(1));
    expect(seen.at(-1)).toMatchObject({
      id: '1',
      data: { turn: 1, inbound: { id: 'm1', content: { type: 'text', text: 'hello' } } },
    });
    expect(keysOf(seen)).toEqual([`${conversation}:1:0:0`]);
  });
});

describe('pushes and history', () => {
  it('do not race: what is delivered while the history is read comes once and in order', async () => {
    const memory = createMemory();
    const gate = createGate(memory.transcript);
    const { shop, conversation, open } = await visit({ memory: { ...memory, transcript: gate.transcript } });
    const first = shop.say(conversation, text('one'), text('two'));
    const stream = await open();
    await gate.asked;
    const second = shop.say(conversation, text('three'));
    const deliveries = [first, second].map((entry) => deliverTurn(shop.webchat, conversation, entry));
    gate.open();
    await Promise.all(deliveries);
    await stream.until((seen) => isReady(seen) && has(2)(seen));
    expect(keysOf(stream.seen)).toEqual(['1:0:0', '1:1:0', '2:0:0'].map((place) => `${conversation}:${place}`));
  });

  it('show a part although its turn cannot be read', async () => {
    const memory = createMemory();
    let broken = false;
    const after: Transcript['after'] = async (...asked) => {
      if (broken) throw new Error('the store is away');
      return memory.transcript.after(...asked);
    };
    const { shop, conversation, open } = await visit({
      memory: { ...memory, transcript: { ...memory.transcript, after } },
    });
    const stream = await open();
    await stream.until(isReady);
    broken = true;
    await deliverTurn(shop.webchat, conversation, shop.say(conversation, text('one')));
    const key = `${conversation}:1:0:0`;
    await stream.until((seen) => keysOf(seen).includes(key));
    expect(stream.seen.at(-1)).toMatchObject({ name: 'part', data: { key, place: [1, 0, 0], part: { type: 'text' } } });
  });

  it('from another process come with the next look at the transcript', async () => {
    const clock = createHeldClock();
    const here = await visit({ clock });
    const there = await visit({ memory: here.shop.memory, clock: createHeldClock() }, here.token);
    const stream = await here.open();
    await stream.until(isReady);
    await post(there.shop, here.token, { id: 'm1', text: 'hello' });
    expect(keysOf(stream.seen)).toEqual([]);
    clock.advance(2000);
    await stream.until(has(1));
    await deliverTurn(here.shop.webchat, here.conversation, here.shop.memory.entries(here.conversation)[0] ?? never());
    expect(keysOf(stream.seen)).toEqual([`${here.conversation}:1:0:0`]);
  });

  it('never skip a turn: a delivery brings the turns before it along', async () => {
    const { shop, conversation, open } = await visit();
    const stream = await open();
    await stream.until(isReady);
    shop.say(conversation, text('by another process'));
    await deliverTurn(shop.webchat, conversation, shop.say(conversation, text('by this one')));
    await stream.until(has(2));
    expect(turnsOf(stream)).toEqual([1, 2]);
  });

  it('reach every page of the visitor, and nobody else’s', async () => {
    const { shop, url, token, open } = await visit();
    const pages = [await open(), await open()];
    const stranger = await openEvents(url, await newVisitor(shop));
    cleanUps.push(stranger.close);
    await Promise.all([...pages, stranger].map((page) => page.until(isReady)));
    await post(shop, token, { id: 'm1', text: 'hello' });
    await Promise.all(pages.map((page) => page.until(has(1))));
    expect(stranger.seen).toHaveLength(1);
  });

  it('say that an answer is being made, to its visitor alone', async () => {
    const { shop, url, conversation, open } = await visit();
    const stranger = await openEvents(url, await newVisitor(shop));
    cleanUps.push(stranger.close);
    const stream = await open();
    await Promise.all([stream, stranger].map((page) => page.until(isReady)));
    const [, account = '', peer = ''] = conversation.split(':');
    await shop.webchat.adapter.typing?.({ channel: 'webchat', account, peer });
    await stream.until((seen) => seen.some((event) => event.name === 'typing'));
    expect(stranger.seen).toHaveLength(1);
  });
});

describe('the transcript', () => {
  it('is not asked while no page is open', async () => {
    const clock = createHeldClock();
    const memory = createMemory();
    let reads = 0;
    const after: Transcript['after'] = (...asked) => {
      reads++;
      return memory.transcript.after(...asked);
    };
    const { open } = await visit({ clock, memory: { ...memory, transcript: { ...memory.transcript, after } } });
    clock.advance(60_000);
    expect(reads).toBe(0);
    const stream = await open();
    await stream.until(isReady);
    const opened = reads;
    clock.advance(2000);
    expect(reads).toBe(opened + 1);
  });

  it('may fail for a while: the page stays open, the trouble is told, and what was missed comes', async () => {
    const clock = createHeldClock();
    const memory = createMemory();
    let broken = false;
    const after: Transcript['after'] = async (...asked) => {
      if (broken) throw new Error('the store is away');
      return memory.transcript.after(...asked);
    };
    const { shop, conversation, open } = await visit({
      clock,
      memory: { ...memory, transcript: { ...memory.transcript, after } },
    });
    const stream = await open();
    await stream.until(isReady);
    broken = true;
    shop.say(conversation, text('one'));
    clock.advance(2000);
    await expect.poll(() => shop.troubles.length).toBe(1);
    broken = false;
    clock.advance(2000);
    await stream.until(has(1));
  });
});

describe('a stream', () => {
  it('ends when the server closes, and the server closes although it is open', async () => {
    const { shop, open } = await visit();
    const stream = await open();
    await stream.until(isReady);
    await shop.server.close();
    await stream.ended;
  });

  it('carries the security headers, and is kept by no cache and no proxy', async () => {
    const { url, token } = await visit();
    const stop = new AbortController();
    const response = await fetch(`${url}/webchat/events`, { headers: as(token), signal: stop.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    stop.abort();
  });

  it('is refused with 429 when one visitor has too many, and there is room again when one closes', async () => {
    const { url, token, open } = await visit({ limits: { pagesPerVisitor: 2 } });
    const pages = [await open(), await open()];
    await Promise.all(pages.map((page) => page.until(isReady)));
    const status = async () => {
      const stop = new AbortController();
      const response = await fetch(`${url}/webchat/events`, { headers: as(token), signal: stop.signal });
      stop.abort();
      return response.status;
    };
    expect(await status()).toBe(429);
    pages[0]?.close();
    await expect.poll(status).toBe(200);
  });
});

/** Holds the first reading of the history until it is opened. */
function createGate(transcript: Transcript) {
  let open = () => {};
  let ask = () => {};
  const opened = new Promise<void>((go) => (open = go));
  const asked = new Promise<void>((go) => (ask = go));
  const last: Transcript['last'] = async (...question) => {
    const answer = await transcript.last(...question);
    ask();
    await opened;
    return answer;
  };
  return { transcript: { ...transcript, last }, asked, open: () => open() };
}

function never(): never {
  throw new Error('unreachable');
}
