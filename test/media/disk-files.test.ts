import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDiskFiles } from '../../adapters/media/disk/disk-files.ts';
import { fileStoreContract, inPieces } from '../contracts/file-store.ts';
import { temporaryFolder } from '../stories/temporary-folder.ts';

let folder: string;

fileStoreContract({
  open: async () => {
    folder = await temporaryFolder();
    return createDiskFiles(folder);
  },
  count: async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  },
});

it('nobody but its owner may read a file, or see what there is', async () => {
  const own = await temporaryFolder();
  const files = createDiskFiles(join(own, 'media'));
  await files.put('2026-11/x.txt', inPieces(Buffer.from('hello')), 10);
  const path = files.where('2026-11/x.txt');
  expect(path).toBe(join(own, 'media/2026-11/x.txt'));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(own, 'media/2026-11'))).mode & 0o777).toBe(0o700);
});

it('a disk that takes nothing is told, and is no file that is too large', async () => {
  const own = await temporaryFolder();
  const files = createDiskFiles(join(own, 'media'));
  await files.put('a.txt', inPieces(Buffer.from('a file where a folder is wanted')), 100);
  await expect(createDiskFiles(files.where('a.txt')).put('b/c.txt', inPieces(Buffer.from('x')), 10)).rejects.toThrow(
    'ENOTDIR',
  );
});
