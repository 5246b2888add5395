import { relative } from 'node:path';
import { type FlowFolder, readFlowFolder } from '../config/read-flows.ts';
import type { Book, CheckContext, Mistake } from '../dialog/book.ts';
import { loadBook } from '../dialog/files/load-book.ts';
import type { Store } from '../storage/store.ts';
import { followFolder } from './follow-folder.ts';

/** The flows as they are now. A broken change never replaces a good book. */
export interface LiveBook {
  current(): Book;
  /** Follows the folder until stopped. */
  follow(told: (change: BookChange) => void): () => void;
}

export type BookChange =
  | { readonly result: 'live'; readonly changed: readonly ChangedFlow[]; readonly warnings: readonly Mistake[] }
  | { readonly result: 'broken'; readonly mistakes: readonly Mistake[] };

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
}

/** Throws `FlowsBroken` when the files are not good to begin with. */
export async function openLiveBook(parts: LiveBookParts): Promise<LiveBook> {
  let texts = await readFlowFolder(parts.folder, shownAs(parts.folder));
  const first = loadBook(texts.flows, texts.messages, parts.check);
  if (!first.book) throw new FlowsBroken(first.mistakes);
  let { book } = first;
  const reload = async (): Promise<BookChange | null> => {
    const fresh = await readFlowFolder(parts.folder, shownAs(parts.folder));
    if (sameTexts(texts, fresh)) return null;
    texts = fresh;
    const loaded = loadBook(fresh.flows, fresh.messages, parts.check);
    if (!loaded.book) return { result: 'broken', mistakes: loaded.mistakes };
    const before = book;
    book = loaded.book;
    return { result: 'live', changed: await changes(parts, before, book), warnings: loaded.mistakes };
  };
  return { current: () => book, follow: (told) => followFolder(parts.folder, reload, told) };
}

function shownAs(folder: string): string {
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
