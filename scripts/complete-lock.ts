import { readFile, writeFile } from 'node:fs/promises';
import { completeLock, type Lock } from './lock/complete-lock.ts';

/**
 * `npm install` leaves a platform's package out of the lock file when the registry in use has no copy of it, and `npm ci`, which compares
 * the two, then refuses everywhere. Run this after every `npm install`.
 */
const file = 'package-lock.json';
const { lock, added } = completeLock(JSON.parse(await readFile(file, 'utf8')) as Lock);
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock file names every platform.' : `Added: ${added.join(', ')}`);
