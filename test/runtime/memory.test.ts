import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { sqlitePlace } from './stores.ts';

const place = sqlitePlace();

it('ten thousand conversations that are idle cost no memory worth speaking of', { timeout: 60_000 }, async () => {
  const loader = new URL('../services/typescript.mjs', import.meta.url).href;
  const file = fileURLToPath(new URL('./memory-child.ts', import.meta.url));
  const args = ['--expose-gc', '--import', loader, file, '10000', ...place.fresh().place];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { bytes, hasGc } = JSON.parse(stdout) as { readonly bytes: number; readonly hasGc: boolean };
  expect(hasGc).toBe(true);
  // One that was kept whole would cost some two thousand.
  expect(bytes).toBeLessThan(150);
});
