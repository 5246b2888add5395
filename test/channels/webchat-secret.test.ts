import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptSecret } from '../../adapters/channels/webchat/secret.ts';
import { createVisitors } from '../../adapters/channels/webchat/visitors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('many that start at once keep one secret, which only the owner can read', async () => {
  const file = join(folder, 'webchat-secret');
  const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(file)));
  expect(new Set([...secrets, await keptSecret(file)]).size).toBe(1);
  expect(await readdir(folder)).toEqual(['webchat-secret']);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

it('the kept secret is long enough for the visitors’ tokens, and another secret takes none of them', async () => {
  const mine = createVisitors(await keptSecret(join(folder, 'one')));
  const other = createVisitors(await keptSecret(join(folder, 'two')));
  const token = mine.issue();
  expect(mine.peerOf(token)).toMatch(/^[\w-]{22}$/u);
  expect(other.peerOf(token)).toBeNull();
  expect(() => createVisitors('short')).toThrow('WEBCHAT_SECRET_SHORT');
});
