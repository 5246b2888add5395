import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { PageFile } from '../care/pages/page-file.ts';

/** The merchant's pages, `delivery.md` and `es/delivery.md`; none where there is no such folder. Paths are as the merchant would type them. */
export async function readPageFiles(folder: string): Promise<readonly PageFile[]> {
  const shown = relative(process.cwd(), folder) || '.';
  const entries = await readdir(folder, { withFileTypes: true }).catch(absent);
  const languages = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const read = [null, ...languages.sort()].map((language) => readLanguage({ folder, shown, language }));
  return (await Promise.all(read)).flat();
}

interface Place {
  readonly folder: string;
  readonly shown: string;
  readonly language: string | null;
}

async function readLanguage({ folder, shown, language }: Place): Promise<readonly PageFile[]> {
  const part = language ?? '';
  const names = await readdir(join(folder, part)).catch(absent);
  const pages = names.filter((name) => /\.md$/iu.test(name) && !/^readme\.md$/iu.test(name)).sort();
  return Promise.all(
    pages.map(async (name) => ({
      path: join(shown, part, name),
      text: await readFile(join(folder, part, name), 'utf8'),
      page: basename(name).replace(/\.md$/iu, ''),
      folder: language,
    })),
  );
}

function absent(error: unknown): never[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
