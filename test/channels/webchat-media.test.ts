import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDiskFiles } from '../../adapters/media/disk/disk-files.ts';
import type { FileStore } from '../../src/media/file-store.ts';
import type { MediaRecord } from '../../src/media/media-record.ts';
import { inPieces } from '../contracts/file-store.ts';
import { refusedSamples, samples } from '../media/sample-files.ts';
import { temporaryFolder } from '../stories/temporary-folder.ts';
import { createHeldClock } from './webchat-clock.ts';
import { createShop, type ShopOptions, type TestShop } from './webchat-shop.ts';
import { as, newVisitor, post } from './webchat-visitor.ts';

interface MediaShop {
  readonly shop: TestShop;
  readonly url: string;
  /** As the reader of media would have left them, by conversation and event. */
  readonly records: Map<string, MediaRecord>;
  /** Everything that is kept, half-written files among it. */
  kept(): Promise<readonly string[]>;
  readonly files: FileStore;
  /** Each clearing up, with how many files it removed. */
  readonly sweeps: readonly Promise<number>[];
}

async function openShop(options: ShopOptions = {}): Promise<MediaShop> {
  const folder = await temporaryFolder();
  const disk = createDiskFiles(folder);
  const sweeps: Promise<number>[] = [];
  const removeOlder = (within: string, before: number): Promise<number> => {
    sweeps.push(disk.removeOlder(within, before));
    return sweeps.at(-1) ?? Promise.resolve(0);
  };
  const files: FileStore = { ...disk, removeOlder };
  const records = new Map<string, MediaRecord>();
  const record = async (sent: { conversation: string; event: string }) =>
    records.get(`${sent.conversation}/${sent.event}`) ?? null;
  const shop = await createShop({ media: { files, record, listens: true }, ...options });
  onTestFinished(() => shop.server.close());
  const kept = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  return { shop, url: await shop.server.listen(), records, kept, files, sweeps };
}

function upload({ url }: MediaShop, token: string, body: Buffer, query = ''): Promise<Response> {
  return fetch(new URL(`/webchat/media${query}`, url), {
    method: 'POST',
    headers: as(token),
    body: new Uint8Array(body),
  });
}

async function uploadedId(media: MediaShop, token: string, body: Buffer = samples.png): Promise<string> {
  const { id } = (await (await upload(media, token, body)).json()) as { id: string };
  return id;
}

describe('an uploaded file', () => {
  it('becomes a message of its visitor, which the runtime can fetch', async () => {
    const media = await openShop();
    const token = await newVisitor(media.shop);
    const answer = await upload(media, token, samples.png);
    expect(answer.status).toBe(201);
    const { id, kind, bytes } = (await answer.json()) as { id: string; kind: string; bytes: number };
    expect({ kind, bytes }).toEqual({ kind: 'image', bytes: samples.png.length });
    const said = { id: 'm1', media: id, kind: 'voice', caption: 'in blue?', name: '../../etc/passwd' };
    expect((await post(media.shop, token, said)).statusCode).toBe(202);
    const [event] = media.shop.memory.received;
    if (event?.content.type !== 'media') throw new Error('no media came');
    expect(event.content).toMatchObject({ kind: 'image', caption: 'in blue?', ref: expect.stringContaining(`/${id}`) });
    const file = await media.shop.webchat.adapter.fetchMedia?.(event.content.ref);
    if (file?.result !== 'file') throw new Error('it is gone');
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.body) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(samples.png)).toBe(true);
  });

  it('is a voice note when the page recorded it, a film when it was chosen', async () => {
    const media = await openShop();
    const token = await newVisitor(media.shop);
    const kinds = ['?kind=voice', '?kind=video', ''].map((query) => upload(media, token, samples.webm, query));
    const answers = await Promise.all(kinds.map(async (answer) => (await (await answer).json()) as { kind: string }));
    expect(answers.map(({ kind }) => kind)).toEqual(['voice', 'video', 'video']);
  });

  it.each(Object.entries(refusedSamples))('is refused when it is %s, whatever it is called', async (_name, bytes) => {
    const media = await openShop();
    const token = await newVisitor(media.shop);
    const headers = { ...as(token), 'content-type': 'image/png' };
    const url = new URL('/webchat/media', media.url);
    const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(bytes) });
    expect(answer.status).toBe(415);
    expect(await media.kept()).toEqual([]);
  });

  it('of 50 MB is cut off at the limit, told so, and removed', async () => {
    const media = await openShop();
    const token = await newVisitor(media.shop);
    const { status, sent } = await pour(media, token, 50);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(50);
    expect(await media.kept()).toEqual([]);
  });

  it('that breaks off leaves nothing', async () => {
    const media = await openShop();
    const token = await newVisitor(media.shop);
    const request = httpRequest(new URL('/webchat/media', media.url), { method: 'POST', headers: as(token) });
    request.on('error', () => {});
    request.write(Buffer.concat([samples.png, Buffer.alloc(200_000)]));
    await expect.poll(() => media.kept()).not.toEqual([]);
    request.destroy();
    await expect.poll(() => media.kept()).toEqual([]);
  });

  it('of nobody is not taken', async () => {
    const media = await openShop();
    for (const token of ['', 'nobody']) expect((await upload(media, token, samples.png)).status).toBe(401);
    expect(await media.kept()).toEqual([]);
  });

  it('may be sent so often, by a visitor and from an address', async () => {
    const clock = createHeldClock();
    const limits = { uploads: { burst: 2, perSecond: 0.1 }, uploadsFrom: { burst: 3, perSecond: 0.1 } };
    const media = await openShop({ clock, limits });
    const [anna, ben] = [await newVisitor(media.shop), await newVisitor(media.shop)];
    const statuses: number[] = [];
    for (const token of [anna, anna, anna, ben, ben]) statuses.push((await upload(media, token, samples.png)).status);
    expect(statuses).toEqual([201, 201, 429, 429, 429]);
  });

  it('that was never sent is removed after a day', async () => {
    const clock = createHeldClock(Date.now());
    const media = await openShop({ clock });
    await uploadedId(media, await newVisitor(media.shop));
    clock.advance(60 * 60_000);
    expect(await Promise.all(media.sweeps)).toEqual([0]);
    expect(await media.kept()).toHaveLength(1);
    clock.advance(24 * 60 * 60_000);
    await Promise.all(media.sweeps);
    expect(await media.kept()).toEqual([]);
  });
});

describe('a message with a file', () => {
  it('finds nothing of another visitor’s', async () => {
    const media = await openShop();
    const [anna, ben] = [await newVisitor(media.shop), await newVisitor(media.shop)];
    const id = await uploadedId(media, anna);
    const answer = await post(media.shop, ben, { id: 'm1', media: id });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'no-file' });
    expect(media.shop.memory.received).toEqual([]);
  });

  it.each([
    '../../secret.txt',
    'image-x.png',
    '',
    7,
    null,
    'image-aaaaaaaaaaaaaaaaaaaaaaaa.png/../x',
    'sticker-aaaaaaaaaaaaaaaaaaaaaaaa.png',
  ])('needs an id that the server gave: %j is none', async (id) => {
    const media = await openShop();
    const answer = await post(media.shop, await newVisitor(media.shop), { id: 'm1', media: id });
    expect(answer.statusCode).toBe(400);
    expect(media.shop.memory.received).toEqual([]);
  });

  it.each([
    'x',
    '../../../etc/passwd',
    `${'a'.repeat(22)}/../../x.png`,
    `${'a'.repeat(22)}/image-${'a'.repeat(24)}.png`,
  ])('with the ref %j is gone', async (ref) => {
    const media = await openShop();
    expect(await media.shop.webchat.adapter.fetchMedia?.(ref)).toMatchObject({ result: 'gone' });
  });

  it('is refused where no files are taken', async () => {
    const shop = await createShop();
    const id = `image-${'a'.repeat(24)}.png`;
    expect((await post(shop, await newVisitor(shop), { id: 'm1', media: id })).statusCode).toBe(400);
    expect((await shop.server.app.inject({ method: 'POST', url: '/webchat/media' })).statusCode).toBe(404);
  });
});

describe('a picture that was sent', () => {
  async function sentPicture(mediaType = 'image/png', file = '2026-11/x.png') {
    const media = await openShop();
    const token = await newVisitor(media.shop);
    await post(media.shop, token, { id: 'm1', text: 'hello' });
    const conversation = media.shop.memory.received[0]?.conversation;
    if (!conversation) throw new Error('no conversation');
    await media.files.put(file, inPieces(samples.png), 1e6);
    const about = { conversation, at: 1, kind: 'image', bytes: 1, heard: null, unread: null, reason: null } as const;
    media.records.set(`${conversation}/m1`, { ...about, mediaType, file });
    const see = (as_: string, event = 'm1') =>
      fetch(new URL(`/webchat/media/${event}`, media.url), { headers: as(as_) });
    return { media, token, see };
  }

  it('is given back to its visitor, to be looked at and not to be run', async () => {
    const { token, see } = await sentPicture();
    const answer = await see(token);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(samples.png)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('is given to nobody else', async () => {
    const { media, see } = await sentPicture();
    expect((await see(await newVisitor(media.shop))).status).toBe(404);
    expect((await see('nobody')).status).toBe(401);
  });

  it.each(['application/pdf', 'text/plain', 'image/heic', 'text/html', 'image/svg+xml'])(
    'is not given back when it is %s',
    async (mediaType) => {
      const { token, see } = await sentPicture(mediaType);
      expect((await see(token)).status).toBe(404);
    },
  );

  it.each(['m2', '..%2f..%2fx', '%00', 'x'.repeat(65)])('is not found under %j', async (event) => {
    const { token, see } = await sentPicture();
    expect((await see(token, event)).status).toBe(404);
  });
});

/** Sends so many MB, as fast as they are taken; how it was answered, and how many went out until then. */
function pour(media: MediaShop, token: string, megabytes: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    const request = httpRequest(new URL('/webchat/media', media.url), { method: 'POST', headers: as(token) });
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, sent });
      response.resume();
      request.destroy();
    });
    request.on('error', reject);
    const next = (): void => {
      if (sent >= megabytes || request.destroyed) return void request.end();
      sent += 1;
      request.write(sent === 1 ? Buffer.concat([samples.png, Buffer.alloc(1e6)]) : Buffer.alloc(1e6), () =>
        setImmediate(next),
      );
    };
    next();
  });
}
