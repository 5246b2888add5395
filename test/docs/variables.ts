import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the environment variables that src/config reads, as its schemas declare them. */
export function readVariables(): readonly string[] {
  const files = readdirSync('src/config', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.map((name) => readFileSync(join('src/config', name), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name));
}
