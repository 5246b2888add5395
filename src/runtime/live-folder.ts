import type { Mistake } from '../dialog/book.ts';
import { followFolder } from './follow-folder.ts';

/** What the files of a folder come to, as they are now. A broken change never replaces what is good. */
export interface LiveFolder<Value, News> {
  current(): Value;
  /** Follows the folder until stopped. */
  follow(told: (change: FolderChange<News>) => void): () => void;
}

export type FolderChange<News> =
  | ({ readonly result: 'live'; readonly warnings: readonly Mistake[] } & News)
  | { readonly result: 'broken'; readonly mistakes: readonly Mistake[] };

export interface LiveFolderParts<Files, Value, News> {
  readonly folder: string;
  readonly read: () => Promise<Files>;
  /** `value` is `null` when a mistake is more than a warning. */
  readonly load: (files: Files) => { readonly value: Value | null; readonly mistakes: readonly Mistake[] };
  /** What is thrown when the files are not good to begin with. */
  readonly broken: (mistakes: readonly Mistake[]) => Error;
  readonly isSame: (before: Files, after: Files) => boolean;
  /** What is told of a change that is live. */
  readonly news: (before: State<Files, Value>, after: State<Files, Value>) => Promise<News>;
}

export interface State<Files, Value> {
  readonly files: Files;
  readonly value: Value;
}

export async function openLiveFolder<Files, Value, News>(
  parts: LiveFolderParts<Files, Value, News>,
): Promise<LiveFolder<Value, News>> {
  let files = await parts.read();
  const first = parts.load(files);
  if (first.value === null) throw parts.broken(first.mistakes);
  let { value } = first;
  const reload = async (): Promise<FolderChange<News> | null> => {
    const fresh = await parts.read();
    const before = { files, value };
    if (parts.isSame(files, fresh)) return null;
    files = fresh;
    const { value: loaded, mistakes } = parts.load(fresh);
    if (loaded === null) return { result: 'broken', mistakes };
    value = loaded;
    return { result: 'live', ...(await parts.news(before, { files, value })), warnings: mistakes };
  };
  return { current: () => value, follow: (told) => followFolder(parts.folder, reload, told) };
}
