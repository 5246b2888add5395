import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../../src/assistant/model-error.ts';
import { mediaKinds } from '../../src/channel/media.ts';
import { StoreError } from '../../src/storage/errors.ts';
import { inPieces } from '../contracts/file-store.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { filesIn, throughPauses } from './kept-files.ts';
import { createReading, fileOf, sent } from './reading.ts';
import { samples } from './sample-files.ts';

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
    expect(await reading.reader.read(sent('voice'))).toEqual({ unread: 'did-not-come' });
  });

  it('that never answers is left after its time', async () => {
    const gives = [fileOf(inPieces(samples.png))];
    const reading = await createReading({ gives, describe: () => new Promise(() => {}) });
    const message = sent('image');
    expect(await throughPauses(reading, reading.reader.read(message))).toEqual({ unread: 'did-not-come' });
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
      expect(await reading.reader.read(sent('voice'))).toEqual({ unread: 'did-not-come' });
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
    expect(await reading.again().read(message)).toEqual({ unread: 'did-not-come' });
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
  const gone: ReturnType<typeof fileOf> = async () => ({ result: 'gone', reason: 'deleted' });
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...mediaKinds),
      fc.oneof(
        { weight: 9, arbitrary: fc.tuple(beginnings, fc.uint8Array({ maxLength: 300 })) },
        { weight: 1, arbitrary: fc.constantFrom([], null) },
      ),
      async (kind, pieces) => {
        const reading = await createReading({
          gives: [pieces === null ? gone : fileOf(inPieces(Buffer.concat(pieces), 64))],
          files,
        });
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
  expect([...seen.keys()].toSorted()).toEqual(['cannot-listen', 'cannot-read', 'cannot-see', 'did-not-come', 'text']);
});

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
