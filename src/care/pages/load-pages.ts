import { isLocale } from '../../config/intl-names.ts';
import type { Mistake } from '../../dialog/book.ts';
import { createPages } from '../../understanding/pages/create-pages.ts';
import type { WrittenPassage } from '../../understanding/pages/written-passage.ts';
import type { Pages } from '../../understanding/pages.ts';
import type { PageFile } from './page-file.ts';
import { pageLimits } from './page-limits.ts';
import { pageMistake } from './page-mistakes.ts';
import { readPage } from './read-page.ts';

export interface LoadedPages {
  /** `null` when a mistake is more than a warning: the pages before stay in use. */
  readonly pages: Pages | null;
  readonly passages: readonly WrittenPassage[];
  /** All of all files, by file, line and column. */
  readonly mistakes: readonly Mistake[];
}

/** `locale`: the shop's own, which pages right in the folder are written in. */
export function loadPages(files: readonly PageFile[], { locale }: { readonly locale: string }): LoadedPages {
  const read = files.slice(0, pageLimits.files).map((file) => readPage(file, file.folder ?? locale));
  const passages = read.flatMap((page) => page.passages);
  const mistakes = [...files.flatMap((file) => placeMistakes(file, files)), ...read.flatMap((page) => page.mistakes)];
  const all = [...tooMany(files), ...mistakes].sort(inOrder);
  const isUsable = !all.some(({ severity }) => severity === 'error');
  return { pages: isUsable ? createPages(passages) : null, passages, mistakes: all };
}

function placeMistakes({ path, page, folder }: PageFile, files: readonly PageFile[]): readonly Mistake[] {
  const at = { file: path, line: 1 };
  const name = {
    message: `"${page}" cannot be a page's name.`,
    hint: 'A name has a-z, 0-9 and -, for example gift-cards.md.',
  };
  const badName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(page) ? [] : [pageMistake('bad-page-name', at, name)];
  if (folder === null) return badName;
  const language = {
    message: `"${folder}" is no language.`,
    hint: 'A folder in here is a language tag, for example es or pt-BR.',
  };
  if (!isLanguage(folder)) return [...badName, pageMistake('unknown-language', at, language)];
  const original = files.some((other) => other.folder === null && other.page === page);
  const alone = {
    message: `There is no page "${page}.md" in the shop's own language.`,
    hint: 'A translation has the same name as its page.',
  };
  return original ? badName : [...badName, pageMistake('no-original', at, alone)];
}

/** `images` would pass as a tag: languages of five letters and more are allowed for, and there are none. */
function isLanguage(folder: string): boolean {
  return /^[a-z]{2,3}(?:-|$)/u.test(folder) && isLocale(folder);
}

function tooMany(files: readonly PageFile[]): readonly Mistake[] {
  const first = files[pageLimits.files];
  if (!first) return [];
  const message = `There are ${files.length} pages, ${pageLimits.files} are the most.`;
  return [pageMistake('too-many-pages', { file: first.path, line: 1 }, { message, hint: null })];
}

function inOrder(one: Mistake, other: Mistake): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
