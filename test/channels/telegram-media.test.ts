import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InboundContent, MediaContent } from '../../src/channel/inbound.ts';
import type { MediaFile } from '../../src/channel/media.ts';
import { answering, channelAt, type Listening, privateChat, type Setup, setUp } from './telegram-setup.ts';

const bytes = Buffer.from('not really a picture, but every byte of it \u0000\u00ff', 'latin1');

describe('files on Telegram', () => {
  let setup: Setup;
  let running: Listening;
  beforeEach(async () => {
    setup = await setUp({ fake: { flood: null }, channel: { patienceSeconds: 1 } });
    running = await answering(setup.channel, () => []);
  });
  afterEach(async () => {
    await running.stop();
    await setup.close();
  });

  const heard = async (content: object): Promise<InboundContent> => {
    const before = running.events.length;
    setup.fake.send(7, content);
    await setup.fake.until(() => setup.fake.pending().length === 0);
    const [event] = running.events.slice(before);
    if (!event) throw new Error('nothing was heard');
    return event.content;
  };
  const upload = (name: string, size?: number) => setup.fake.upload(bytes, name, size);
  const fetched = (ref: string) => setup.channel.fetchMedia?.(ref) ?? Promise.reject(new Error('fetches nothing'));

  it('are media of their kind, with what Telegram says of them', async () => {
    const file = upload('x.bin');
    const size = file.file_size;
    const ref = file.file_id;
    const cases: readonly [object, Omit<MediaContent, 'type' | 'ref'>][] = [
      [{ voice: { ...file, duration: 3, mime_type: 'audio/ogg' } }, { kind: 'voice', mediaType: 'audio/ogg', size }],
      [
        { audio: { ...file, duration: 3, mime_type: 'audio/mpeg', file_name: 'song.mp3' } },
        { kind: 'voice', mediaType: 'audio/mpeg', size, name: 'song.mp3' },
      ],
      [{ video: { ...file, mime_type: 'video/mp4' } }, { kind: 'video', mediaType: 'video/mp4', size }],
      [{ video_note: { ...file, length: 240, duration: 3 } }, { kind: 'video', mediaType: 'video/mp4', size }],
      [
        { animation: { ...file, mime_type: 'video/mp4' }, document: { ...file, mime_type: 'video/mp4' } },
        { kind: 'video', mediaType: 'video/mp4', size },
      ],
      [
        { sticker: { ...file, is_animated: false, is_video: false } },
        { kind: 'sticker', mediaType: 'image/webp', size },
      ],
      [{ sticker: { ...file, is_video: true } }, { kind: 'sticker', mediaType: 'video/webm', size }],
      [
        { document: { ...file, mime_type: 'application/pdf', file_name: 'list.pdf' }, caption: 'all of these' },
        { kind: 'document', mediaType: 'application/pdf', size, name: 'list.pdf', caption: 'all of these' },
      ],
      [{ document: { ...file, mime_type: 'image/png' } }, { kind: 'image', mediaType: 'image/png', size }],
    ];
    for (const [content, expected] of cases) expect(await heard(content)).toEqual({ type: 'media', ref, ...expected });
  });

  it('are fetched byte by byte: the largest size of a photo, with its caption', async () => {
    const [small, large] = [setup.fake.upload(Buffer.from('small'), 's.jpg'), upload('l.jpg')];
    const photo = [
      { ...small, width: 90, height: 60 },
      { ...large, width: 900, height: 600 },
      { ...small, width: 320, height: 200 },
    ];
    const content = await heard({ photo, caption: 'do you have this?' });
    expect(content).toMatchObject({ type: 'media', kind: 'image', ref: large.file_id, caption: 'do you have this?' });
    const file = await fetched(large.file_id);
    expect(file).toMatchObject({ result: 'file', mediaType: null, size: bytes.length });
    expect(await bytesOf(file)).toEqual(bytes);
  });

  it('are gone when Telegram does not know them, or hands none so large out', async () => {
    expect(await fetched('no-such-file')).toMatchObject({ result: 'gone' });
    const large = upload('film.mp4', 21 * 1024 * 1024);
    expect(await fetched(large.file_id)).toMatchObject({ result: 'gone', reason: expect.stringContaining('too big') });
  });

  it('are asked for again when Telegram cannot be reached, without a word of the token', async () => {
    const { fake } = setup;
    const { file_id } = upload('x.bin');
    const failures = [
      ['getFile', { error_code: 500, description: 'Internal Server Error' }],
      ['getFile', 'close'],
      ['download', { error_code: 502, description: 'Bad Gateway' }],
      ['download', 'close'],
      ['download', 'hang'],
    ] as const;
    for (const [method, failure] of failures) {
      fake.fail(method, failure);
      const error = await fetched(file_id).catch((reason: unknown) => reason);
      expect(error, `${method} ${failure}`).toMatchObject({ code: 'TELEGRAM_FILE_UNREACHED' });
      expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/fake-token|127\.0\.0\.1/u);
      expect(error).not.toHaveProperty('cause');
    }
    expect(await fetched(file_id)).toMatchObject({ result: 'file' });
  });

  it('are their words where there is no id to fetch them by', async () => {
    expect(await heard({ voice: {} })).toEqual({ type: 'unsupported', what: 'voice message' });
  });

  it('come beside a number that is the shopper’s own, or somebody else’s', async () => {
    setup.fake.shareContact(7, '+491701234567');
    await setup.fake.until(() => setup.fake.pending().length === 0);
    expect(running.events.at(-1)?.content).toEqual({
      type: 'contact',
      phone: '+491701234567',
      name: 'Person 7',
      own: true,
    });
    const other = await heard({ contact: { phone_number: '0170 1234567', first_name: 'Ben', user_id: 8 } });
    expect(other).toEqual({ type: 'contact', phone: '0170 1234567', name: 'Ben' });
  });

  it('are asked for with a button in private chats, a number as a place, and it goes with the next text', async () => {
    const { fake } = setup;
    fake.sendText(7, '/start');
    const to = privateChat(fake, 7);
    const delivery = { key: 'k', inReplyTo: null };
    await setup.channel.deliver({ type: 'ask-contact', text: ['Your number?'] }, to, delivery);
    expect(fake.sent(7)[0]).toMatchObject({
      message: { text: 'Your number?' },
      reply: { keyboard: [[{ text: '📱 Send my number', request_contact: true }]], one_time_keyboard: true },
    });
    await setup.channel.deliver({ type: 'text', text: ['Thanks'] }, to, delivery);
    expect(fake.sent(7)[1]).toMatchObject({ reply: { remove_keyboard: true } });
    const group = { ...to, peer: '-100:7' };
    fake.sendText(-100, '/start', 7);
    expect(channelAt(fake, {}).capabilitiesFor?.(group)).toMatchObject({ contact: null, location: null });
    await setup.channel.deliver({ type: 'ask-contact', text: ['Your number?'] }, group, delivery);
    expect(fake.sent(-100)).toMatchObject([{ message: { text: 'Your number?' }, reply: null }]);
  });
});

async function bytesOf(file: MediaFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  if (file.result === 'file') for await (const chunk of file.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
