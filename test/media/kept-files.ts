import { readdir } from 'node:fs/promises';
import type { Reading } from './reading.ts';

/** Files below the folder, by their endings; the folder for half-written ones among them. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/^[^.]*/u, '*'));
}

/** Lets everything that waits go on, until the reading is done. */
export async function throughPauses<T>({ clock }: Reading, reading: Promise<T>): Promise<T> {
  let isDone = false;
  const done = reading.finally(() => (isDone = true));
  while (!isDone) {
    await new Promise((go) => setImmediate(go));
    clock.advance(clock.nextIn() ?? 0);
  }
  return done;
}
