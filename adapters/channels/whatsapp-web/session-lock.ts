import { readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Chromium marks its folder with a link named `{host}-{process}`, and after a hard end the mark stays. A container that is made anew has
 * another host name: then Chromium would refuse for ever. The mark is taken away when nobody can be holding it.
 */
export async function clearStaleLock(sessionFolder: string): Promise<void> {
  const mark = await readlink(join(sessionFolder, 'SingletonLock')).catch(() => null);
  if (mark === null || isHeld(mark)) return;
  const names = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];
  await Promise.all(names.map((name) => rm(join(sessionFolder, name), { force: true })));
}

function isHeld(mark: string): boolean {
  const at = mark.lastIndexOf('-');
  return mark.slice(0, at) === hostname() && isRunning(Number(mark.slice(at + 1)));
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
