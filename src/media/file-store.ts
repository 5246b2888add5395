/**
 * Keeps files under names that Parley makes, `folder/name.extension` of letters, digits, `-` and `_`; any other name throws
 * `FILE_NAME_REFUSED`. Contract: test/contracts/file-store.ts.
 */
export interface FileStore {
  /**
   * Keeps what streams in, whole or not at all; what had the same name before is replaced. Stops reading at the first byte
   * over `maxBytes`. Rejects with whatever the body or the disk fails with.
   */
  put(name: string, body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<PutOutcome>;
  /** `null` when there is none of this name. */
  open(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Also when there is none. */
  remove(name: string): Promise<void>;
  /** Removes everything below this folder that was put before, epoch milliseconds; how many files it were. */
  removeOlder(folder: string, before: number): Promise<number>;
  /** Where a person finds it. */
  where(name: string): string;
}

export type PutOutcome = { readonly result: 'kept'; readonly bytes: number } | { readonly result: 'too-large' };

/** Nothing that came from outside may stand in a name, and no name may lead out of its folder. */
export function isFileName(name: string): boolean {
  return /^[\w-]+(\/[\w-]+)*\.[a-z0-9]+$/u.test(name) && name.length <= 200;
}

export function isFolderName(name: string): boolean {
  return isFileName(`${name}.x`);
}

/** The folder of what is still being put; a crash leaves it there. */
export const unfinished = 'unfinished';
