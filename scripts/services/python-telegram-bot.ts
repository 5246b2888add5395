import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './binaries.ts';
import type { Provisioned } from './provisioning.ts';

const run = promisify(execFile);

const requirement = 'python-telegram-bot==22.8';

/**
 * The folder to put on PYTHONPATH, brought into the cache when it is not there. A folder of packages instead of a virtual environment:
 * it needs no ensurepip, which Debian leaves out, and it may be renamed into place when complete.
 */
export async function providePythonTelegramBot(): Promise<Provisioned> {
  const target = join(cacheFolder(), 'python', requirement.replace('==', '-'));
  if (await exists(join(target, 'telegram'))) return { path: target };
  try {
    await bring(target);
    return { path: target };
  } catch (error) {
    if (await exists(join(target, 'telegram'))) return { path: target };
    const words = error instanceof Error ? error.message.split('\n')[0] : error;
    return { missing: `${requirement} could not be brought (install Python 3.10 or newer with pip): ${words}` };
  }
}

async function bring(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), 'incoming-'));
  const flags = ['--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  try {
    await run('python3', ['-m', 'pip', 'install', ...flags, '--target', folder, requirement]);
    await rename(folder, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
