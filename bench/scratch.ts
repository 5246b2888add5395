import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Scratch {
  /** A path that nothing is at yet. */
  fresh(ending?: string): string;
  /** The same path for the same name. */
  named(name: string): string;
  remove(): Promise<void>;
}

/** A folder that is gone afterwards. On the disk that `TMPDIR` names: what a sync costs depends on it. */
export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  let number = 0;
  return {
    fresh(ending = '') {
      number += 1;
      return join(folder, `${number}${ending}`);
    },
    named: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
