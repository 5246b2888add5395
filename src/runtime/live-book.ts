import { relative } from 'node:path';
import { type FlowFolder, readFlowFolder } from '../config/read-flows.ts';
import type { Book, CheckContext, Mistake } from '../dialog/book.ts';
import { loadBook } from '../dialog/files/load-book.ts';
import type { Store } from '../storage/store.ts';
import type { Pages } from '../understanding/pages.ts';
import { type FolderChange, type LiveFolder, openLiveFolder } from './live-folder.ts';

/** The flows as they are now. */
export type LiveBook = LiveFolder<Book, FlowNews>;

export type BookChange = FolderChange<FlowNews>;

interface FlowNews {
  readonly changed: readonly ChangedFlow[];
}

export interface ChangedFlow {
  readonly flow: string;
  /** Conversations that are in the middle of it: an unchanged step goes on, a changed one is asked again. */
  readonly people: number;
}

export class FlowsBroken extends Error {
  override readonly name = 'FlowsBroken';
  readonly code = 'FLOWS_BROKEN';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super('The flow files have mistakes');
    this.mistakes = mistakes;
  }
}

export interface LiveBookParts {
  readonly folder: string;
  readonly check: CheckContext;
  readonly store: Pick<Store, 'count'>;
  /** What the shop's pages say now; those of `check` when absent. */
  readonly pages?: () => Pages;
}

/** Throws `FlowsBroken` when the files are not good to begin with. */
export async function openLiveBook(parts: LiveBookParts): Promise<LiveBook> {
  const { folder, check, pages } = parts;
  const live = await openLiveFolder({
    folder,
    read: () => readFlowFolder(folder, shownAs(folder)),
    load: ({ flows, messages }) => {
      const { book, mistakes } = loadBook(flows, messages, check);
      return { value: book, mistakes };
    },
    broken: (mistakes) => new FlowsBroken(mistakes),
    isSame: sameTexts,
    news: async (before, after) => ({ changed: await changes(parts, before.value, after.value) }),
  });
  return pages ? { ...live, current: withPages(live.current, pages) } : live;
}

/** The same object for as long as neither flows nor pages change: what is kept for a book is kept by its identity. */
function withPages(book: () => Book, pages: () => Pages): () => Book {
  let joined: { readonly of: Book; readonly book: Book } | null = null;
  return () => {
    const [of, now] = [book(), pages()];
    if (joined?.of !== of || joined.book.pages !== now) joined = { of, book: { ...of, pages: now } };
    return joined.book;
  };
}

/** How a folder is named in messages. */
export function shownAs(folder: string): string {
  return relative(process.cwd(), folder) || '.';
}

function sameTexts(before: FlowFolder, after: FlowFolder): boolean {
  return JSON.stringify([before.flows, before.messages]) === JSON.stringify([after.flows, after.messages]);
}

async function changes({ store }: LiveBookParts, before: Book, after: Book): Promise<readonly ChangedFlow[]> {
  const names = [...new Set([...before.flows.keys(), ...after.flows.keys()])];
  const changed = names.filter((name) => stepsOf(before, name) !== stepsOf(after, name));
  return Promise.all(
    changed.map(async (flow) => ({ flow, people: await store.count('conversation', { where: { flow } }) })),
  );
}

function stepsOf(book: Book, flow: string): string {
  return [...(book.flows.get(flow)?.steps.keys() ?? [])].join();
}
