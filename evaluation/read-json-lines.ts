import { readFile } from 'node:fs/promises';

/** One value a line; `null` where there is no such file. */
export async function readJsonLines<Line>(file: string): Promise<readonly Line[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}
