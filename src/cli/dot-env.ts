import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Reads `.env` of the working directory. What is set already wins. */
export function loadDotEnv(): void {
  const file = resolve('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
