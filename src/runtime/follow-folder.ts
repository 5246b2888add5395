import { existsSync, watch } from 'node:fs';

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
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, quietMs);
  };
  // A file that went away while it was read, or a folder that is being moved: the next look tells.
  const look = (): void => {
    void reload().then((change) => change !== null && told(change), lookSoon);
  };
  const watcher = watch(folder, { recursive: true }, lookSoon);
  watcher.on('error', lookSoon);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
