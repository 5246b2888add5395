import { describe, expect, it } from 'vitest';
import { createGate } from '../runtime/gate.ts';
import { range } from '../runtime/running.ts';
import { ownPath, ownSecret } from './own-webhook.ts';
import { hello, open } from './own-webhooks.ts';
import { connectRaw } from './raw-http.ts';

describe('a connection', () => {
  const head = (length: number) =>
    `POST ${ownPath} HTTP/1.1\r\nhost: a\r\nx-secret: ${ownSecret}\r\ncontent-length: ${length}\r\n\r\n`;

  it('that ends half-way brings nothing', async () => {
    const { at, received } = await open();
    const raw = await connectRaw(at);
    const body = '[["ann","1","hello"]]';
    raw.write(head(body.length + 10));
    raw.write(body);
    raw.drop();
    await raw.answered;
    expect((await fetch(at, hello('2'))).status).toBe(200);
    expect(received).toEqual(['2']);
  });

  it('that sends slowly keeps nobody waiting, and is answered when all is there', async () => {
    const { at, received } = await open();
    const slow = await Promise.all(range(50).map(() => connectRaw(at)));
    const body = (id: number) => JSON.stringify([['ann', `slow ${id}`, 'hello']]);
    for (const [id, raw] of slow.entries()) {
      raw.write(head(body(id).length));
      raw.write(body(id).slice(0, 5));
    }
    for (const id of range(20)) expect((await fetch(at, hello(`${id}`))).status).toBe(200);
    expect(received).toEqual(range(20).map(String));
    for (const [id, raw] of slow.entries()) raw.write(body(id).slice(5));
    for (const raw of slow) expect((await raw.answered)?.status).toBe(200);
    expect(received).toHaveLength(70);
  });

  it('that is closed before its answer has brought its message all the same', async () => {
    const gate = createGate();
    const kept: string[] = [];
    const { at } = await open({}, async ({ id }) => {
      await gate.pass();
      kept.push(id);
      return 'accepted';
    });
    const raw = await connectRaw(at);
    raw.write(`${head(21)}[["ann","1","hello"]]`);
    await gate.untilReached();
    raw.drop();
    expect(await raw.answered).toBeNull();
    gate.open();
    expect((await fetch(at, hello('2'))).status).toBe(200);
    expect(kept).toEqual(['1', '2']);
  });

  it('that talks no HTTP, or smuggles a second request, is closed, and the next is served', async () => {
    const { at, received } = await open();
    const body = '[["ann","1","hello"]]';
    const smuggled = `POST ${ownPath} HTTP/1.1\r\nhost: a\r\nx-secret: ${ownSecret}\r\ntransfer-encoding: chunked\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    for (const bytes of ['\u0000\u0001\u0002\r\n\r\n', `POST ${ownPath} HTTP/9.9\r\n\r\n`, smuggled]) {
      const raw = await connectRaw(at);
      raw.write(bytes);
      expect((await raw.answered)?.status ?? 400).toBe(400);
    }
    expect((await fetch(at, hello('2'))).status).toBe(200);
    expect(received).toEqual(['2']);
  });
});
