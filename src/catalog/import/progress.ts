import type { Store } from '../../storage/store.ts';

/** How far the import of one file has come; kept beside the products, in the same commits. */
export interface Progress {
  readonly fingerprint: string;
  readonly revision: number;
  /** Goes up with each import of this file that was finished. */
  readonly run: number;
  readonly startedAt: number;
  /** Good products of the file, counted from its beginning, that the store has. */
  readonly taken: number;
}

export async function readProgress(store: Pick<Store, 'get'>, fingerprint: string, now: number): Promise<Progress> {
  const stored = await store.get('import', fingerprint);
  const number = (name: string) => (typeof stored?.body[name] === 'number' ? stored.body[name] : 0);
  if (stored === null) return { fingerprint, revision: 0, run: 1, startedAt: now, taken: 0 };
  const { revision, body } = stored;
  return body['finished'] === true
    ? { fingerprint, revision, run: number('run') + 1, startedAt: now, taken: 0 }
    : { fingerprint, revision, run: number('run'), startedAt: number('startedAt'), taken: number('taken') };
}

/** Marks every product that this import wrote. */
export function importId({ fingerprint, run }: Progress): string {
  return `${fingerprint}.${run}`;
}

export function progressWrite({ fingerprint, revision, run, startedAt, taken }: Progress, finished: boolean) {
  return { kind: 'import', id: fingerprint, revision, body: { run, startedAt, taken, finished } } as const;
}
