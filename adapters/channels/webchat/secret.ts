import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** The secret kept in `file`, made at the first call. Two processes that start at once get the same one. */
export async function keptSecret(file: string): Promise<string> {
  const known = await readSecret(file);
  if (known !== null) return known;
  await offer(file, randomBytes(32).toString('base64url'));
  const kept = await readSecret(file);
  if (kept === null) throw new Error(`WEBCHAT_SECRET_LOST: ${file} cannot be read`);
  return kept;
}

async function readSecret(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Written elsewhere first and then linked: nobody can read half of it, and the first one stays. */
async function offer(file: string, secret: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, secret, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
