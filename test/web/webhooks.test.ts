import { describe, expect, it, onTestFinished } from 'vitest';
import { createRefusalLog } from '../../adapters/web/refusal-log.ts';
import type { ChannelAdapter, Receive } from '../../src/channel/adapter.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { StoreError } from '../../src/storage/errors.ts';
import { createManualClock } from '../manual-clock.ts';
import { createGate } from '../runtime/gate.ts';
import { createMemoryStore, type MemoryData } from '../runtime/memory-store.ts';
import { createRunning, range, transcriptOf } from '../runtime/running.ts';
import { openWebhooks } from './open-webhooks.ts';
import { createOwnChannel, ownPath, ownRequest, ownSecret } from './own-webhook.ts';
import { hello, open } from './own-webhooks.ts';
import { connectRaw } from './raw-http.ts';

describe('who asks', () => {
  it('a platform that tests the address is answered with its own word, as plain text that no browser runs', async () => {
    const { at } = await open();
    const answer = await fetch(`${at}?challenge=${encodeURIComponent('<script>1</script>')}`);
    expect([answer.status, await answer.text()]).toEqual([200, '<script>1</script>']);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('a stranger is refused with 401, told nothing, and logged without what they sent', async () => {
    const { at, received, logged } = await open();
    const headers = { 'x-secret': 'S3CRET-GUESS', 'content-type': 'application/json' };
    const posted = await fetch(at, { method: 'POST', headers, body: '[["ann","1","W0RDS"]]' });
    expect(posted.status).toBe(401);
    expect(await posted.text()).not.toContain(ownSecret);
    expect((await fetch(at)).status).toBe(401);
    expect(logged).toEqual(['WEBHOOK_REFUSED {"channel":"terminal","reason":"wrong x-secret","times":1}']);
    expect(logged.join()).not.toMatch(/S3CRET-GUESS|W0RDS|"ann"/u);
    expect(received).toEqual([]);
  });

  it('strangers who knock all day leave a line a minute in the log', () => {
    const clock = createManualClock();
    const lines: unknown[] = [];
    const log = { ...silentLog, warn: (code: string, fields?: object) => void lines.push({ code, ...fields }) };
    const { refused: noteRefusal } = createRefusalLog({ log, clock }, 'telegram');
    for (const _ of range(180)) {
      noteRefusal('wrong secret');
      clock.advance(1_000);
    }
    const line = { code: 'WEBHOOK_REFUSED', channel: 'telegram', reason: 'wrong secret' };
    expect(lines).toEqual([1, 60, 60].map((times) => ({ ...line, times })));
  });

  it('when it cannot be found out, nothing is taken, and the sender is asked to come again', async () => {
    let isReached = false;
    const authenticate = async () => {
      if (!isReached) throw Object.assign(new Error('key server at 10.0.0.7'), { code: 'ECONNREFUSED' });
      return { result: 'accept' } as const;
    };
    const { at, received, logged } = await open({ authenticate });
    const answer = await fetch(at, hello('1'));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.text()).not.toContain('10.0.0.7');
    expect(logged).toEqual(['WEBHOOK_UNPROVEN {"channel":"terminal","code":"ECONNREFUSED","times":1}']);
    expect(received).toEqual([]);
    isReached = true;
    expect((await fetch(at, hello('1'))).status).toBe(200);
    expect(received).toEqual(['1']);
  });

  it('only GET and POST of its very path are the platform’s', async () => {
    const { at, url, received } = await open();
    for (const method of ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await fetch(at, { method, headers: { 'x-secret': ownSecret } })).status).toBe(404);
    }
    for (const path of ['/webhooks', '/webhooks/', `${ownPath}/more`, '/webhooks/%6Fwn/..', '/webhooks/OWN']) {
      expect((await fetch(`${url}${path}`, hello('1'))).status).toBe(404);
    }
    expect(received).toEqual([]);
  });

  it('a channel without a webhook has no route', async () => {
    const { webhook: _webhook, ...polling } = createOwnChannel();
    const { server, url } = await openWebhooks([polling], async () => 'accepted');
    onTestFinished(() => server.close());
    expect((await fetch(`${url}${ownPath}`, hello('1'))).status).toBe(404);
  });
});

describe('what was posted', () => {
  it('is answered with an empty 200, or what the platform wants to hear, once it is durable', async () => {
    const gate = createGate();
    const order: string[] = [];
    const receive: Receive = async ({ id }) => {
      await gate.pass();
      order.push(`durable ${id}`);
      return 'accepted';
    };
    const acknowledge = () => {
      order.push('acknowledged');
      return { status: 202, contentType: 'application/json', body: '{"type":"invoke"}' };
    };
    const { at } = await open({ webhook: { path: ownPath, acknowledge } }, receive);
    const asked = fetch(at, hello('1'));
    await gate.untilReached();
    expect(order).toEqual([]);
    gate.open();
    const answer = await asked;
    expect([answer.status, await answer.text()]).toEqual([202, '{"type":"invoke"}']);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(order).toEqual(['durable 1', 'acknowledged']);
    const plain = await fetch((await open()).at, hello('1'));
    expect([plain.status, await plain.text()]).toEqual([200, '']);
  });

  it('is read as the very bytes that came, whatever their kind is said to be', async () => {
    const bodies: Uint8Array[] = [];
    const types: (string | undefined)[] = [];
    const parse: ChannelAdapter['parse'] = ({ body, headers }) => {
      bodies.push(body);
      types.push(headers['content-type']);
      return [];
    };
    const { at } = await open({ parse });
    const bytes = Buffer.from('{ "a" : "\\u00e9é" }\r\n');
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'image/png']) {
      const headers = { 'x-secret': ownSecret, 'content-type': type };
      expect((await fetch(at, { method: 'POST', headers, body: bytes })).status).toBe(200);
    }
    const untyped = { method: 'POST', headers: { 'x-secret': ownSecret }, body: bytes };
    expect((await fetch(at, untyped)).status).toBe(200);
    expect(bodies).toHaveLength(5);
    for (const body of bodies) expect(Buffer.from(body)).toEqual(bytes);
    expect(types[3]).toBe('image/png');
  });

  it('of three megabytes at most is taken; a larger one is refused before it is read', async () => {
    const { at, received } = await open();
    const posted = (bytes: number) => {
      const empty = JSON.stringify([['ann', `of ${bytes}`, '']]).length;
      return ownRequest([['ann', `of ${bytes}`, 'x'.repeat(bytes - empty)]]);
    };
    const most = 3 * 1024 * 1024;
    expect((await fetch(at, posted(most))).status).toBe(200);
    expect((await fetch(at, posted(most + 1))).status).toBe(413);
    expect(received).toEqual([`of ${most}`]);
    const raw = await connectRaw(at);
    raw.write(`POST ${ownPath} HTTP/1.1\r\nhost: a\r\nx-secret: ${ownSecret}\r\ncontent-length: ${10 ** 10}\r\n\r\n`);
    expect((await raw.answered)?.status).toBe(413);
  });

  it('is asked for again when it cannot be made durable, and handled once when it comes again', async () => {
    const data: MemoryData = new Map();
    let isDown = true;
    const store = createMemoryStore(data, { fault: () => (isDown ? 'before' : 'none') });
    const channel = createOwnChannel();
    const runtime = createRunning({ store, channel });
    const { server, url, logged } = await openWebhooks([channel], runtime.receive);
    onTestFinished(runtime.stop);
    onTestFinished(() => server.close());
    const at = `${url}${ownPath}`;
    const answer = await fetch(at, hello('1'));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(logged).toEqual(['WEBHOOK_NOT_KEPT {"channel":"terminal","code":"STORE_UNAVAILABLE"}']);
    isDown = false;
    for (const _ of range(3)) expect((await fetch(at, hello('1'))).status).toBe(200);
    await runtime.settled();
    expect((await transcriptOf(store, 'ann')).map(({ inboundId }) => inboundId)).toEqual(['1']);
    expect(channel.shown).toHaveLength(1);
  });

  it('that is durable though the answer to its sender was lost is handled once', async () => {
    const data: MemoryData = new Map();
    let isCut = true;
    const store = createMemoryStore(data, { fault: () => (isCut ? 'after' : 'none') });
    const channel = createOwnChannel();
    const runtime = createRunning({ store, channel });
    const { server, url } = await openWebhooks([channel], runtime.receive);
    onTestFinished(runtime.stop);
    onTestFinished(() => server.close());
    expect((await fetch(`${url}${ownPath}`, hello('1'))).status).toBe(503);
    isCut = false;
    expect((await fetch(`${url}${ownPath}`, hello('1'))).status).toBe(200);
    await runtime.settled();
    expect(await transcriptOf(store, 'ann')).toHaveLength(1);
  });

  it('keeps its order within a conversation; another conversation waits for none of it', async () => {
    const channel = createOwnChannel();
    const store = createMemoryStore(new Map());
    const gate = createGate();
    const runtime = createRunning({ store, channel, slowly: gate.pass });
    const { server, url } = await openWebhooks([channel], runtime.receive);
    onTestFinished(runtime.stop);
    onTestFinished(() => server.close());
    const events = range(20).map((id) => ['ann', `${id}`, id === 1 ? 'slow' : `word ${id}`]);
    const posted = [...events.slice(0, 10), ['bob', '1', 'hello'], ...events.slice(10)];
    expect((await fetch(`${url}${ownPath}`, ownRequest(posted))).status).toBe(200);
    await channel.untilShown(1);
    expect(channel.shown.map(({ to }) => to)).toEqual(['bob']);
    gate.open();
    await channel.untilShown(21);
    const told = (await transcriptOf(store, 'ann')).map(({ inboundId }) => Number(inboundId));
    expect(told).toEqual(range(20));
  });

  it('is not taken by halves: one event that is not kept, and all are asked for again', async () => {
    const failing: Receive = async ({ id }) => {
      if (id === '2') throw new StoreError('STORE_UNAVAILABLE', 'lost');
      return 'accepted';
    };
    const { at } = await open({}, failing);
    expect((await fetch(at, ownRequest([1, 2, 3].map((id) => ['ann', `${id}`, 'a'])))).status).toBe(503);
    expect((await fetch(at, ownRequest([['ann', '1', 'a']]))).status).toBe(200);
  });

  it('waits for what the channel has to keep first, and is asked for again when that fails', async () => {
    let fails = true;
    const order: string[] = [];
    const prepare = async () => {
      order.push('prepared');
      if (fails) throw new Error('no disk');
    };
    const { at, received } = await open({ prepare });
    expect((await fetch(at, hello('1'))).status).toBe(503);
    expect(received).toEqual([]);
    fails = false;
    expect((await fetch(at, hello('1'))).status).toBe(200);
    expect([order, received]).toEqual([['prepared', 'prepared'], ['1']]);
  });

  it('by a stranger is not prepared for', async () => {
    let prepared = 0;
    const prepare = async () => {
      prepared += 1;
    };
    const { at } = await open({ prepare });
    expect((await fetch(at, { method: 'POST', body: '[]' })).status).toBe(401);
    expect(prepared).toBe(0);
  });

  it('that an adapter breaks on is asked for again, for an upgrade may come; one that breaks on saying yes has said it', async () => {
    const throwing = () => {
      throw new TypeError('a defect');
    };
    const parsing = await open({ parse: throwing });
    expect((await fetch(parsing.at, hello('1'))).status).toBe(503);
    expect(parsing.logged).toEqual(['WEBHOOK_NOT_KEPT {"channel":"terminal","code":"TypeError"}']);
    const telling = await open({ webhook: { path: ownPath, acknowledge: throwing } });
    expect((await fetch(telling.at, hello('1'))).status).toBe(200);
    expect(telling.logged).toEqual(['CHANNEL_DEFECT {"channel":"terminal","code":"TypeError"}']);
    expect(telling.received).toEqual(['1']);
  });

  it('that names no conversation is not kept, and breaks nothing', async () => {
    const channel = createOwnChannel({
      parse: () => [{ id: '1', conversation: 'nowhere' as never, at: 0, content: { type: 'left' } }],
    });
    const runtime = createRunning({ store: createMemoryStore(new Map()), channel });
    const { server, url } = await openWebhooks([channel], runtime.receive);
    onTestFinished(runtime.stop);
    onTestFinished(() => server.close());
    expect((await fetch(`${url}${ownPath}`, hello('1'))).status).toBe(503);
  });

  it('that is garbled or packed is refused and told, not taken for something to be ignored', async () => {
    const { at, received, logged } = await open();
    const headers = { 'x-secret': ownSecret, 'content-type': 'application/json' };
    expect((await fetch(at, { method: 'POST', headers, body: '[["ann","1","hel' })).status).toBe(400);
    const packed = { ...headers, 'content-encoding': 'gzip' };
    expect((await fetch(at, { method: 'POST', headers: packed, body: '[["ann","1","a"]]' })).status).toBe(415);
    expect(logged).toEqual([
      'WEBHOOK_UNREADABLE {"channel":"terminal","reason":"garbled"}',
      'WEBHOOK_UNREADABLE {"channel":"terminal","reason":"packed"}',
    ]);
    expect(received).toEqual([]);
    expect((await fetch(at, { method: 'POST', headers, body: '[]' })).status).toBe(200);
    expect((await fetch(at, { method: 'POST', headers })).status).toBe(200);
  });
});
