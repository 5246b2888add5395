import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several moves: the folder is read when it has been quiet for this long. */
const quietMs = 150;

/**
 * Looks again whenever something in the folder has changed, until stopped; what `reload` finds is told, `null` is nothing new. A folder
 * that is not there is not waited for.
 */
export function followFolder<Change>(
  folder: string,
  reload: () => Promise<Change | null>,
  told: (change: Change) => void,
): () => void {
  if (!existsSync(folder)) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, quietMs);
  };
  // A file that went away while it was read, or a folder that is being moved: the next look tells.
  const look = (): void => {
    watchFolders(folder, watchers, lookSoon);
    void reload().then((change) => change !== null && told(change), lookSoon);
  };
  watchFolders(folder, watchers, lookSoon);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

/**
 * Each folder by itself: on Linux Node's own `recursive` watches files one by one, and loses one that an editor writes anew and moves into
 * its place.
 */
function watchFolders(folder: string, watchers: Map<string, FSWatcher>, changed: () => void): void {
  const folders = new Set(foldersIn(folder));
  for (const [path, watcher] of watchers) if (!folders.has(path)) forget(path, watcher, watchers);
  for (const path of folders) if (!watchers.has(path)) watchOne(path, watchers, changed);
}

function watchOne(path: string, watchers: Map<string, FSWatcher>, changed: () => void): void {
  try {
    const watcher = watch(path, changed);
    watchers.set(path, watcher);
    watcher.on('error', () => {
      forget(path, watcher, watchers);
      changed();
    });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function forget(path: string, watcher: FSWatcher, watchers: Map<string, FSWatcher>): void {
  watcher.close();
  watchers.delete(path);
}

function foldersIn(folder: string): readonly string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...inside.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
