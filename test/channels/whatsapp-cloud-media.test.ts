import { describe, expect, it } from 'vitest';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { failures } from '../fakes/whatsapp-cloud/graph-failure.ts';
import { createManualClock } from '../manual-clock.ts';
import { day, openSetup, png, sheenasId } from './whatsapp-cloud-setup.ts';

const image = (url: string): RenderedPart => ({ type: 'image', url, alt: 'A wool coat', caption: ['Coat'] });

describe('pictures for WhatsApp', () => {
  it('are named when they stand on the open internet, and uploaded once when only the shop has them', async () => {
    const { deliver, fake } = await openSetup({ deps: { openPicture: async () => png() } });
    await deliver(image('https://shop.example.com/coat.png'));
    await deliver(image('/pictures/coat.svg'));
    await deliver(image('http://localhost:8080/coat.png'));
    expect(fake.sent().map(({ body }) => (body.type === 'image' ? body.image : null))).toEqual([
      { link: 'https://shop.example.com/coat.png', caption: 'Coat' },
      { id: '100000', caption: 'Coat' },
      { id: '100000', caption: 'Coat' },
    ]);
    expect(fake.uploads()).toEqual([{ bytes: new Uint8Array(png()), mediaType: 'image/png' }]);
  });

  it('go up again after a month, and when WhatsApp has lost them', async () => {
    const clock = createManualClock();
    const { deliver, fake } = await openSetup({
      deps: { clock, openPicture: async () => png() },
      fake: { now: clock.now },
    });
    const send = () => deliver(image('/coat.png'), { heardAt: clock.now() });
    await send();
    clock.advance(30 * day);
    await send();
    expect(fake.uploads()).toHaveLength(2);
    fake.dropFiles();
    expect(await send()).toMatchObject({ result: 'delivered' });
    expect(fake.uploads()).toHaveLength(3);
    expect(fake.screen(sheenasId).map(({ words }) => words)).toEqual(['Coat', 'Coat', 'Coat']);
  });

  it('leave their words behind when there is none, WhatsApp takes none, or it is no picture', async () => {
    const pictures = new Map([
      ['/svg.png', Buffer.from('<svg/>')],
      ['/big.png', Buffer.concat([png(), Buffer.alloc(6_000_000)])],
    ]);
    const { deliver, fake, words } = await openSetup({
      deps: { openPicture: async (path) => pictures.get(path) ?? null },
    });
    await deliver(image('/gone.png'));
    await deliver(image('/svg.svg'));
    await deliver(image('/big.png'));
    fake.fail({ status: 400, code: 131_053, message: 'Media upload error' });
    await deliver(image('https://shop.example.com/coat.png'));
    await deliver({ type: 'image', url: '/gone.png', alt: 'A wool coat', caption: [] });
    expect(fake.sent().map(({ body }) => body.type)).toEqual(['text', 'text', 'text', 'text', 'text']);
    expect(words()).toEqual(['Coat', 'Coat', 'Coat', 'Coat', 'A wool coat']);
  });

  it('are named below the shop’s own address when their bytes are not at hand', async () => {
    const { deliver, fake } = await openSetup({ channel: { publicUrl: 'https://chat.example.com' } });
    await deliver(image('/pictures/coat.png'));
    expect(fake.sent()[0]?.body).toMatchObject({ image: { link: 'https://chat.example.com/pictures/coat.png' } });
  });
});

describe('files that somebody sends', () => {
  const bytesOf = async (body: AsyncIterable<Uint8Array>) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  it('are fetched as they were sent, with their size and kind', async () => {
    const { fake, channel } = await openSetup();
    const sent = Buffer.alloc(300_000, 'voice');
    const file = await channel.fetchMedia?.(fake.keepFile(sent, 'audio/ogg'));
    expect(file).toMatchObject({ result: 'file', mediaType: 'audio/ogg', size: 300_000 });
    expect(file?.result === 'file' && (await bytesOf(file.body)).equals(sent)).toBe(true);
  });

  it('are never asked for with the token anywhere but at WhatsApp', async () => {
    const { fake, channel } = await openSetup();
    fake.say({ url: 'https://files.example.com/1', mime_type: 'image/png' });
    await expect(channel.fetchMedia?.('12345')).rejects.toThrow('the token must not be sent');
  });

  it('are gone when WhatsApp keeps them no longer', async () => {
    const { fake, channel } = await openSetup();
    expect(await channel.fetchMedia?.('12345')).toMatchObject({ result: 'gone' });
    for (const ref of ['..', '../../secrets', '\ud800', 'a?b']) {
      expect(await channel.fetchMedia?.(ref)).toMatchObject({ result: 'gone' });
    }
    expect(fake.calls()).toEqual(['GET /v23.0/12345']);
  });

  it('are asked for again when WhatsApp is out of reach, and left when they are not read to the end', async () => {
    const { fake, channel } = await openSetup();
    const id = fake.keepFile(Buffer.alloc(2_000_000), 'video/mp4');
    fake.fail(failures.broken, { about: '/files/' });
    await expect(channel.fetchMedia?.(id)).rejects.toMatchObject({ code: 'WHATSAPP_CLOUD_CALL_FAILED' });
    fake.fail('close');
    await expect(channel.fetchMedia?.(id)).rejects.toThrow('no answer');
    const file = await channel.fetchMedia?.(id);
    if (file?.result !== 'file') throw new Error('no file');
    for await (const chunk of file.body) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });
});
