import type { Condition, Store } from '../../storage/store.ts';

interface Removal {
  readonly importId: string;
  /** Products whose rows could not be read: they are in the file all the same. */
  readonly keep: ReadonlySet<string>;
}

const pageSize = 500;

/** Removes what the import did not bring; gives the ids removed, page by page. */
export async function* removeAbsent(store: Store, { importId, keep }: Removal): AsyncGenerator<readonly string[]> {
  const others: readonly Condition[] = [null, { below: importId }, { above: importId }];
  for (const where of others) {
    for (let last: string | null = null; ; ) {
      const after: Record<string, Condition> = last === null ? {} : { key: { above: last } };
      const page = await store.find('product', {
        where: { importId: where, ...after },
        sort: { by: 'key', direction: 'up' },
        limit: pageSize,
      });
      const gone = page.filter((stored) => !keep.has(stored.id));
      const done = await store.commit(gone.map(({ id, revision }) => ({ kind: 'product', id, revision, body: null })));
      // On a conflict the same page is read again.
      if (done === 'conflict') continue;
      yield gone.map((stored) => stored.id);
      last = page.at(-1)?.id ?? null;
      if (page.length < pageSize) break;
    }
  }
}
