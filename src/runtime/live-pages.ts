import { loadPages } from '../care/pages/load-pages.ts';
import { readPageFiles } from '../config/read-pages.ts';
import type { Mistake, ShopFacts } from '../dialog/book.ts';
import type { Pages } from '../understanding/pages.ts';
import { changedFiles } from './changed-files.ts';
import { type FolderChange, type LiveFolder, openLiveFolder } from './live-folder.ts';

/** The merchant's pages as they are now. */
export type LivePages = LiveFolder<Pages, PageNews>;

export type PagesChange = FolderChange<PageNews>;

interface PageNews {
  /** Written or new. */
  readonly files: readonly string[];
  readonly gone: readonly string[];
}

export class PagesBroken extends Error {
  override readonly name = 'PagesBroken';
  readonly code = 'PAGES_BROKEN';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super('The shop’s pages have mistakes');
    this.mistakes = mistakes;
  }
}

export interface LivePagesParts {
  /** Where it is not there, no page answers. */
  readonly folder: string;
  readonly shop: Pick<ShopFacts, 'locale'>;
}

/** Throws `PagesBroken` when the files are not good to begin with. */
export function openLivePages({ folder, shop }: LivePagesParts): Promise<LivePages> {
  return openLiveFolder({
    folder,
    read: () => readPageFiles(folder),
    load: (files) => {
      const { pages, mistakes } = loadPages(files, shop);
      return { value: pages, mistakes };
    },
    broken: (mistakes) => new PagesBroken(mistakes),
    isSame: (before, after) => changedFiles(before, after).length === 0,
    news: async (before, after) => {
      const there = new Set(after.files.map(({ path }) => path));
      const changed = changedFiles(before.files, after.files);
      return { files: changed.filter((path) => there.has(path)), gone: changed.filter((path) => !there.has(path)) };
    },
  });
}
