import { describe, expect, it } from 'vitest';
import type { MediaFile, MediaKind } from '../../src/channel/media.ts';
import { breakingOff, createEndless, inPieces, readFile } from '../contracts/file-store.ts';
import { filesIn, throughPauses } from './kept-files.ts';
import { createReading, fileOf, sent } from './reading.ts';
import { refusedSamples, samples } from './sample-files.ts';

const mebibyte = 1024 * 1024;

describe('what is sent', () => {
  it('a voice note becomes what was said in it, and is kept', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.ogg))] });
    const message = sent('voice', { mediaType: 'audio/ogg; codecs=opus' });
    expect(await reading.reader.read(message)).toEqual({ text: 'red shoes please' });
    const record = await reading.record(message);
    expect(record).toMatchObject({
      conversation: message.conversation,
      kind: 'voice',
      mediaType: 'audio/ogg',
      bytes: samples.ogg.length,
      heard: 'red shoes please',
      unread: null,
    });
    expect((await readFile(reading.files, record?.file ?? ''))?.equals(samples.ogg)).toBe(true);
    expect(reading.calls.listened[0]).toMatchObject({ mediaType: 'audio/ogg', bytes: samples.ogg.length });
  });

  it('a picture becomes what it shows; the reader is told its caption', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.png))] });
    expect(await reading.reader.read(sent('image', { caption: 'in blue?' }))).toEqual({
      text: 'a red leather handbag',
    });
    expect(reading.calls.looked[0]).toMatchObject({ kind: 'image', mediaType: 'image/png', caption: 'in blue?' });
  });

  it('a sticker is looked at as a sticker', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.webp))], describe: async () => 'thanks' });
    expect(await reading.reader.read(sent('sticker'))).toEqual({ text: 'thanks' });
    expect(reading.calls.looked[0]).toMatchObject({ kind: 'sticker' });
  });

  it('a film is listened to', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.mp4))] });
    expect(await reading.reader.read(sent('video'))).toEqual({ text: 'red shoes please' });
  });

  it('a short text is read as it stands', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.txt))] });
    expect(await reading.reader.read(sent('document', { name: 'list.txt' }))).toEqual({
      text: 'Two red mugs, größe L',
    });
  });

  it('a long text and a PDF are kept for the merchant and not read', async () => {
    const text = Buffer.alloc(9_000, 'red mugs ');
    const reading = await createReading({ gives: [fileOf(inPieces(text)), fileOf(inPieces(samples.pdf))] });
    expect(await reading.reader.read(sent('document'))).toEqual({ unread: 'cannot-read' });
    expect(await reading.reader.read(sent('document'))).toEqual({ unread: 'cannot-read' });
    expect((await filesIn(reading.folder)).toSorted()).toEqual(['*.pdf', '*.txt']);
  });

  it('a picture or a recording that comes as a document is read as what it is', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.jpg)), fileOf(inPieces(samples.mp3))] });
    expect(await reading.reader.read(sent('document', { name: 'scan.pdf' }))).toEqual({
      text: 'a red leather handbag',
    });
    expect(await reading.reader.read(sent('document'))).toEqual({ text: 'red shoes please' });
  });

  it('what is understood is shortened to 8,000 characters and rid of control characters', async () => {
    const said = `\u0000 bell\u0007 ${'long '.repeat(5_000)}`;
    const reading = await createReading({ gives: [fileOf(inPieces(samples.ogg))], transcribe: async () => said });
    const heard = await reading.reader.read(sent('voice'));
    if (!('text' in heard)) throw new Error('it was not read');
    expect(heard.text.length).toBe(8_000);
    expect(heard.text.startsWith('bell long')).toBe(true);
  });
});

describe('nothing that a platform or a shopper says of a file is believed', () => {
  it.each(Object.entries(refusedSamples))('%s that is called photo.jpg is not kept', async (_name, bytes) => {
    const reading = await createReading({ gives: [fileOf(inPieces(bytes), { mediaType: 'image/jpeg' })] });
    const message = sent('image', { name: 'photo.jpg', mediaType: 'image/jpeg', size: 100 });
    expect(await reading.reader.read(message)).toEqual({ unread: 'cannot-see' });
    expect(await filesIn(reading.folder)).toEqual([]);
    expect(reading.calls.looked).toEqual([]);
  });

  it('the declared type decides nothing', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.png), { mediaType: 'text/html' })] });
    const message = sent('image', { mediaType: 'application/x-sh' });
    await reading.reader.read(message);
    expect(await reading.record(message)).toMatchObject({ mediaType: 'image/png' });
  });

  it.each(['../../../../etc/cron.d/parley', '/etc/passwd', 'C:\\x.exe', 'x\0.png', '..'])(
    'the name %j leads nowhere',
    async (name) => {
      const reading = await createReading({ gives: [fileOf(inPieces(samples.png))] });
      const message = sent('image', { name });
      await reading.reader.read(message);
      expect((await reading.record(message))?.file).toMatch(/^2026-11\/[\w-]{43}\.png$/u);
    },
  );

  it.each<[MediaKind, Buffer]>([
    ['image', samples.png],
    ['voice', samples.ogg],
    ['video', samples.mp4],
    ['document', samples.pdf],
    ['sticker', samples.webp],
  ])('an endless %s that declares 10 bytes is cut off at the limit and removed', async (kind, head) => {
    const endless = createEndless(head);
    const reading = await createReading({ gives: [fileOf(endless.body, { size: 10 })] });
    expect(await reading.reader.read(sent(kind, { size: 10 }))).toEqual({ unread: 'too-large' });
    const most = { image: 10, voice: 16, video: 20, document: 20, sticker: 1 }[kind] * mebibyte;
    expect(endless.given()).toBeGreaterThan(most - 2 * endless.piece);
    expect(endless.given()).toBeLessThan(most + 2 * endless.piece);
    expect(endless.isLeft()).toBe(true);
    expect(await filesIn(reading.folder)).toEqual([]);
  });

  it('a small file that declares 5 GB is taken', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.png), { size: 5e9 })] });
    expect(await reading.reader.read(sent('image', { size: 5e9 }))).toEqual({ text: 'a red leather handbag' });
  });

  it('an animated sticker is not taken for a film', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.webm))] });
    expect(await reading.reader.read(sent('sticker'))).toEqual({ unread: 'cannot-see' });
    expect(reading.calls.listened).toEqual([]);
  });
});

describe('a channel', () => {
  const unreached = async (): Promise<MediaFile> => {
    throw Object.assign(new Error('no answer of the line of 555-0100'), { code: 'ECONNRESET' });
  };

  it('that cannot be reached is asked again', async () => {
    const reading = await createReading({ gives: [unreached, unreached, fileOf(inPieces(samples.png))] });
    const heard = await throughPauses(reading, reading.reader.read(sent('image')));
    expect(heard).toEqual({ text: 'a red leather handbag' });
    expect(reading.calls.fetched).toBe(3);
  });

  it('that stays away costs three attempts; then the shopper is told', async () => {
    const reading = await createReading({ gives: [unreached] });
    const heard = await throughPauses(reading, reading.reader.read(sent('image')));
    expect(heard).toEqual({ unread: 'did-not-come' });
    expect(reading.calls.fetched).toBe(3);
    expect(JSON.stringify(reading.log)).not.toContain('555-0100');
    expect(reading.log[0]).toEqual({
      code: 'MEDIA_FETCH_FAILED',
      fields: { channel: 'telegram', kind: 'image', code: 'ECONNRESET' },
    });
  });

  it('that never answers is left after its time, and what it brings too late is let go', async () => {
    let hand = (_file: MediaFile): void => {};
    let isLeft = false;
    const late = (): Promise<MediaFile> => new Promise((go) => (hand = go));
    const reading = await createReading({ gives: [late, fileOf(inPieces(samples.png))], limits: { pausesMs: [0] } });
    expect(await throughPauses(reading, reading.reader.read(sent('image')))).toEqual({ text: 'a red leather handbag' });
    const iterator = {
      next: async () => ({ done: true as const, value: undefined }),
      return: async () => {
        isLeft = true;
        return { done: true as const, value: undefined };
      },
    };
    hand({ result: 'file', mediaType: null, size: null, body: { [Symbol.asyncIterator]: () => iterator } });
    await expect.poll(() => isLeft).toBe(true);
  });

  it('whose stream breaks off is asked again, and leaves nothing half-written', async () => {
    const gives = [fileOf(breakingOff(samples.png)), fileOf(inPieces(samples.png))];
    const reading = await createReading({ gives });
    expect(await throughPauses(reading, reading.reader.read(sent('image')))).toEqual({ text: 'a red leather handbag' });
    expect(await filesIn(reading.folder)).toEqual(['*.png']);
  });

  it('whose stream stalls for ever is left after its time', async () => {
    async function* stalling(): AsyncGenerator<Uint8Array> {
      yield Buffer.concat([samples.png, Buffer.alloc(40_000)]);
      await new Promise(() => {});
    }
    const reading = await createReading({ gives: [fileOf(stalling())], limits: { pausesMs: [] } });
    expect(await throughPauses(reading, reading.reader.read(sent('image')))).toEqual({ unread: 'did-not-come' });
    await expect.poll(() => filesIn(reading.folder)).toEqual([]);
  });

  it('that has the file no more is not asked twice; the size that was declared says why', async () => {
    const reading = await createReading();
    expect(await reading.reader.read(sent('video'))).toEqual({ unread: 'did-not-come' });
    expect(await reading.reader.read(sent('video', { size: 50 * mebibyte }))).toEqual({ unread: 'too-large' });
    expect(reading.calls.fetched).toBe(2);
  });

  it('that hands out no files is told apart from one that fails', async () => {
    const reading = await createReading({ gives: null });
    expect(await reading.reader.read(sent('image'))).toEqual({ unread: 'cannot-read' });
  });
});
