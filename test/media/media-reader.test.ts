import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MediaFile, type MediaKind, mediaKinds } from '../../src/channel/media.ts';
import { ModelError } from '../../src/media/model-error.ts';
import { StoreError } from '../../src/storage/errors.ts';
import { breakingOff, createEndless, inPieces, readFile } from '../contracts/file-store.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { createReading, fileOf, type Reading, sent } from './reading.ts';
import { refusedSamples, samples } from './sample-files.ts';

const mebibyte = 1024 * 1024;

/** Files below the folder, by their endings; the folder for half-written ones among them. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/^[^.]*/u, '*'));
}

/** Lets everything that waits go on, until the reading is done. */
async function throughPauses<T>({ clock }: Reading, reading: Promise<T>): Promise<T> {
  let isDone = false;
  const done = reading.finally(() => (isDone = true));
  while (!isDone) {
    await new Promise((go) => setImmediate(go));
    clock.advance(clock.nextIn() ?? 0);
  }
  return done;
}

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
    expect(heard).toEqual({ unread: 'cannot-read' });
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
    expect(await throughPauses(reading, reading.reader.read(sent('image')))).toEqual({ unread: 'cannot-read' });
    await expect.poll(() => filesIn(reading.folder)).toEqual([]);
  });

  it('that has the file no more is not asked twice; the size that was declared says why', async () => {
    const reading = await createReading();
    expect(await reading.reader.read(sent('video'))).toEqual({ unread: 'cannot-read' });
    expect(await reading.reader.read(sent('video', { size: 50 * mebibyte }))).toEqual({ unread: 'too-large' });
    expect(reading.calls.fetched).toBe(2);
  });

  it('that hands out no files is told apart from one that fails', async () => {
    const reading = await createReading({ gives: null });
    expect(await reading.reader.read(sent('image'))).toEqual({ unread: 'cannot-read' });
  });
});

describe('a model', () => {
  it('that is not set up leaves the file for the merchant', async () => {
    const gives = [fileOf(inPieces(samples.ogg)), fileOf(inPieces(samples.png))];
    const reading = await createReading({ gives, transcribe: null, describe: null });
    expect(await reading.reader.read(sent('voice'))).toEqual({ unread: 'cannot-listen' });
    expect(await reading.reader.read(sent('image'))).toEqual({ unread: 'cannot-see' });
    expect((await filesIn(reading.folder)).toSorted()).toEqual(['*.ogg', '*.png']);
    expect(reading.log).toEqual([]);
  });

  it('is not given what it does not take', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.amr))], takes: () => false });
    expect(await reading.reader.read(sent('voice'))).toEqual({ unread: 'cannot-listen' });
    expect(reading.calls.listened).toEqual([]);
  });

  it.each([
    ['fails', async () => Promise.reject(new ModelError('MODEL_FAILED'))],
    ['has a defect', async () => Promise.reject(new TypeError('x is not a function'))],
    ['hears nothing', async () => null],
    ['answers with blanks', async () => ' \n\t'],
  ])('that %s is told politely', async (_what, transcribe) => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.ogg))], transcribe });
    expect(await reading.reader.read(sent('voice'))).toEqual({ unread: 'cannot-listen' });
  });

  it('that never answers is left after its time', async () => {
    const gives = [fileOf(inPieces(samples.png))];
    const reading = await createReading({ gives, describe: () => new Promise(() => {}) });
    const message = sent('image');
    expect(await throughPauses(reading, reading.reader.read(message))).toEqual({ unread: 'cannot-see' });
    expect(await reading.record(message)).toMatchObject({ reason: 'MODEL_TIMEOUT' });
  });

  it('that is down for everybody is spared for a while, and asked again after it', async () => {
    let isDown = true;
    const transcribe = async () => (isDown ? Promise.reject(new ModelError('MODEL_UNREACHED')) : 'red shoes');
    const reading = await createReading({
      gives: Array.from({ length: 9 }, () => fileOf(inPieces(samples.ogg))),
      transcribe,
    });
    for (let each = 0; each < 7; each++) {
      expect(await reading.reader.read(sent('voice'))).toEqual({ unread: 'cannot-listen' });
    }
    expect(reading.calls.listened.length).toBe(5);
    isDown = false;
    reading.clock.advance(60_000);
    expect(await reading.reader.read(sent('voice'))).toEqual({ text: 'red shoes' });
  });

  it('that refuses one shopper’s broken files goes on for all others', async () => {
    const transcribe = async () => Promise.reject(new ModelError('MODEL_REFUSED'));
    const reading = await createReading({
      gives: Array.from({ length: 9 }, () => fileOf(inPieces(samples.ogg))),
      transcribe,
    });
    for (let each = 0; each < 9; each++) await reading.reader.read(sent('voice'));
    expect(reading.calls.listened.length).toBe(9);
  });

  it('is given no more files at a time than there is memory for', async () => {
    const waiting: ((spoken: string) => void)[] = [];
    const transcribe = () => new Promise<string>((answer) => waiting.push(answer));
    const gives = Array.from({ length: 20 }, () => fileOf(inPieces(samples.ogg)));
    const reading = await createReading({ gives, transcribe, limits: { atOnce: 3 } });
    const readings = gives.map(() => reading.reader.read(sent('voice')));
    for (let answered = 0; answered < gives.length; answered += 1) {
      await expect.poll(() => waiting.length).toBe(Math.min(3, gives.length - answered));
      waiting.shift()?.('red shoes');
    }
    expect(await Promise.all(readings)).toEqual(gives.map(() => ({ text: 'red shoes' })));
  });
});

describe('the same message', () => {
  it('read again asks nobody, in this process or another', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.ogg))] });
    const message = sent('voice');
    const heard = await reading.reader.read(message);
    expect(await reading.reader.read(message)).toEqual(heard);
    expect(await reading.again().read(message)).toEqual(heard);
    expect(reading.calls).toMatchObject({ fetched: 1, listened: { length: 1 } });
  });

  it('that could not be read stays unread', async () => {
    const reading = await createReading({ transcribe: null });
    const message = sent('voice');
    await reading.reader.read(message);
    expect(await reading.again().read(message)).toEqual({ unread: 'cannot-read' });
    expect(reading.calls.fetched).toBe(1);
  });

  it('read twice at once is read once', async () => {
    const reading = await createReading({ gives: [fileOf(inPieces(samples.ogg))] });
    const message = sent('voice');
    const both = await Promise.all([reading.reader.read(message), reading.reader.read(message)]);
    expect(both).toEqual([{ text: 'red shoes please' }, { text: 'red shoes please' }]);
    expect(reading.calls.fetched).toBe(1);
  });

  it('read by two processes at once has one answer, and one file', async () => {
    let number = 0;
    const transcribe = async () => `answer ${number++}`;
    const gives = [fileOf(inPieces(samples.ogg)), fileOf(inPieces(samples.ogg))];
    const reading = await createReading({ gives, transcribe });
    const message = sent('voice');
    const [one, other] = await Promise.all([reading.reader.read(message), reading.again().read(message)]);
    expect(reading.calls.fetched).toBe(2);
    expect(one).toEqual(other);
    expect(await filesIn(reading.folder)).toEqual(['*.ogg']);
  });
});

it('whatever bytes come as whatever kind: they are read, or it is told why not, and only what is named is kept', async () => {
  const seen = new Map<string, number>();
  const beginnings = fc.constantFrom(Buffer.alloc(0), ...Object.values(samples).map((bytes) => bytes.subarray(0, 40)));
  const { files, folder } = await createReading();
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...mediaKinds),
      beginnings,
      fc.uint8Array({ maxLength: 300 }),
      async (kind, ...pieces) => {
        const reading = await createReading({ gives: [fileOf(inPieces(Buffer.concat(pieces), 64))], files });
        const message = sent(kind);
        const heard = await reading.reader.read(message);
        const record = await reading.record(message);
        expect(record).toMatchObject('text' in heard ? { heard: heard.text, unread: null } : { heard: null, ...heard });
        if (record?.file) kept += 1;
        const outcome = 'text' in heard ? 'text' : heard.unread;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      },
    ),
    { numRuns: 1_000 },
  );
  expect(await filesIn(folder)).toHaveLength(kept);
  expect([...seen.keys()].toSorted()).toEqual(['cannot-listen', 'cannot-read', 'cannot-see', 'text']);
}, 60_000);

describe('what fails within', () => {
  it('a store that is gone is told as it is: the message is read again later', async () => {
    const store = createMemoryStore(new Map(), { fault: () => 'before' });
    const gives = [fileOf(inPieces(samples.ogg)), fileOf(inPieces(samples.ogg))];
    const reading = await createReading({ gives, store });
    const message = sent('voice');
    await expect(reading.reader.read(message)).rejects.toThrow(StoreError);
    await expect(reading.reader.read(message)).rejects.toThrow(StoreError);
    expect(reading.calls.fetched).toBe(2);
    expect(await filesIn(reading.folder)).toEqual(['*.ogg']);
  });

  it('a disk that takes nothing is logged, and the shopper told', async () => {
    const { files } = await createReading();
    const full = async () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    const reading = await createReading({ gives: [fileOf(inPieces(samples.ogg))], files: { ...files, put: full } });
    expect(await reading.reader.read(sent('voice'))).toEqual({ unread: 'cannot-listen' });
    expect(reading.log).toEqual([
      { code: 'MEDIA_NOT_KEPT', fields: { channel: 'telegram', kind: 'voice', code: 'ENOSPC' } },
    ]);
  });
});
