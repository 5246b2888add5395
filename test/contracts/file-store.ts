import { beforeEach, describe, expect, it } from 'vitest';
import type { FileStore } from '../../src/media/file-store.ts';

export interface FileStoreHarness {
  /** A store with nothing in it. */
  readonly open: () => Promise<FileStore>;
  /** How many files there are, half-written ones among them. */
  readonly count: () => Promise<number>;
}

/** What every file store must hold. */
export function fileStoreContract({ open, count }: FileStoreHarness): void {
  describe('file store contract', () => {
    let files: FileStore;
    beforeEach(async () => {
      files = await open();
    });

    it('gives back what was put, byte for byte', async () => {
      const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
      expect(await files.put('2026-11/a-b_c.jpg', inPieces(bytes), bytes.length)).toEqual({
        result: 'kept',
        bytes: bytes.length,
      });
      expect((await readFile(files, '2026-11/a-b_c.jpg'))?.equals(bytes)).toBe(true);
    });

    it('gives it back as often as it is opened', async () => {
      await files.put('a/x.txt', inPieces(Buffer.from('hello')), 10);
      const read = [await readFile(files, 'a/x.txt'), await readFile(files, 'a/x.txt')];
      expect(read.map(String)).toEqual(['hello', 'hello']);
    });

    it('replaces what had the same name', async () => {
      await files.put('a/x.txt', inPieces(Buffer.from('a longer first one')), 100);
      await files.put('a/x.txt', inPieces(Buffer.from('second')), 100);
      expect(String(await readFile(files, 'a/x.txt'))).toBe('second');
      expect(await count()).toBe(1);
    });

    it('keeps nothing of what is too large, and reads no further than the limit', async () => {
      const endless = createEndless();
      expect(await files.put('a/x.bin', endless.body, 1_000_000)).toEqual({ result: 'too-large' });
      expect(endless.given()).toBeLessThanOrEqual(1_000_000 + 2 * endless.piece);
      expect(endless.isLeft()).toBe(true);
      expect(await files.open('a/x.bin')).toBeNull();
      expect(await count()).toBe(0);
    });

    it('keeps what is exactly as large as allowed', async () => {
      expect(await files.put('a/x.txt', inPieces(Buffer.from('12345')), 5)).toEqual({ result: 'kept', bytes: 5 });
    });

    it('keeps nothing of a stream that breaks off, and leaves what was there', async () => {
      await files.put('a/x.txt', inPieces(Buffer.from('whole')), 100);
      await expect(files.put('a/x.txt', breakingOff(), 100)).rejects.toThrow('the line is dead');
      expect(String(await readFile(files, 'a/x.txt'))).toBe('whole');
      expect(await count()).toBe(1);
    });

    it('never shows half of a file', async () => {
      const { body, release, begun } = held(Buffer.from('first half, '), Buffer.from('second half'));
      const putting = files.put('a/x.txt', body, 100);
      await begun;
      expect(await files.open('a/x.txt')).toBeNull();
      release();
      await putting;
      expect(String(await readFile(files, 'a/x.txt'))).toBe('first half, second half');
    });

    it('lets two put the same name at once: one of them stands, whole', async () => {
      const [one, other] = [Buffer.alloc(200_000, 'a'), Buffer.alloc(200_000, 'b')];
      await Promise.all([one, other].map((bytes) => files.put('a/x.txt', inPieces(bytes), 1_000_000)));
      const kept = await readFile(files, 'a/x.txt');
      expect(kept?.equals(one) || kept?.equals(other)).toBe(true);
      expect(await count()).toBe(1);
    });

    it('removes, also what is not there', async () => {
      await files.put('a/x.txt', inPieces(Buffer.from('hello')), 10);
      await files.remove('a/x.txt');
      await files.remove('a/x.txt');
      expect(await files.open('a/x.txt')).toBeNull();
    });

    it('removes what is older than a time, in one folder and all below it', async () => {
      await files.put('uploads/anna/x.txt', inPieces(Buffer.from('1')), 10);
      await files.put('other/x.txt', inPieces(Buffer.from('2')), 10);
      expect(await files.removeOlder('uploads', Date.now() - 60_000)).toBe(0);
      expect(await files.removeOlder('uploads', Date.now() + 60_000)).toBe(1);
      expect(await files.removeOlder('absent', Date.now() + 60_000)).toBe(0);
      expect(await files.open('uploads/anna/x.txt')).toBeNull();
      expect(await files.open('other/x.txt')).not.toBeNull();
    });

    it.each([
      '../x.txt',
      'a/../../x.txt',
      '/etc/passwd',
      'a//x.txt',
      'a/.x',
      'a\\x.txt',
      'a/x',
      '',
      'a/x.txt\0.jpg',
      'ä/x.txt',
    ])('takes no name that is not ours: %j', async (name) => {
      await expect(files.put(name, inPieces(Buffer.from('x')), 10)).rejects.toThrow('FILE_NAME_REFUSED');
      await expect(files.open(name)).rejects.toThrow('FILE_NAME_REFUSED');
      await expect(files.remove(name)).rejects.toThrow('FILE_NAME_REFUSED');
      expect(() => files.where(name)).toThrow('FILE_NAME_REFUSED');
    });

    it.each(['..', '../media', 'a/../..', '/', ''])('clears no folder that is not ours: %j', async (folder) => {
      await expect(files.removeOlder(folder, Date.now())).rejects.toThrow('FILE_NAME_REFUSED');
    });
  });
}

export async function readFile(files: FileStore, name: string): Promise<Buffer | null> {
  const body = await files.open(name);
  if (!body) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function* inPieces(bytes: Buffer, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export async function* breakingOff(begin: Buffer = Buffer.from('begun')): AsyncGenerator<Uint8Array> {
  yield begin;
  throw new Error('the line is dead');
}

/** A body that would never end, and tells how much of it was asked for. */
export function createEndless(head: Buffer = Buffer.alloc(0), piece = 65_536) {
  let given = 0;
  let isLeft = false;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      for (;;) {
        given += piece;
        yield Buffer.alloc(piece, 0x20);
      }
    } finally {
      isLeft = true;
    }
  }
  return { body: pieces(), piece, given: () => given, isLeft: () => isLeft };
}

function held(...pieces: readonly Buffer[]) {
  let release = () => {};
  let begin = () => {};
  const released = new Promise<void>((go) => (release = go));
  const begun = new Promise<void>((go) => (begin = go));
  async function* body(): AsyncGenerator<Uint8Array> {
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        begin();
        await released;
      }
      yield piece;
    }
  }
  return { body: body(), release: () => release(), begun };
}
