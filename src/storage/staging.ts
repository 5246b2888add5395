import type { Kind } from './kinds.ts';
import type { Stored, StoreReader, Write } from './store.ts';

/** The writes that a turn's actions stage, and a reader that already sees them (by id; queries see what is stored). */
export interface Staging {
  readonly reader: StoreReader;
  readonly writes: () => readonly Write[];
  stage(write: Write): void;
}

export function createStaging(store: StoreReader, before: readonly Write[]): Staging {
  const staged = new Map(before.map((write) => [`${write.kind}/${write.id}`, write]));
  const seen = (kind: Kind, id: string): Stored | null | undefined => asStored(staged.get(`${kind}/${id}`));
  const reader: StoreReader = {
    get: async (kind, id) => {
      const own = seen(kind, id);
      return own === undefined ? store.get(kind, id) : own;
    },
    getMany: async (kind, ids) => {
      const read = await store.getMany(kind, ids);
      if (staged.size === 0) return read;
      const byId = new Map(read.map((stored) => [stored.id, stored]));
      return ids.flatMap((id) => (seen(kind, id) === undefined ? byId.get(id) : seen(kind, id)) ?? []);
    },
    find: (kind, query) => store.find(kind, query),
    count: (kind, query) => store.count(kind, query),
  };
  return {
    reader,
    writes: () => [...staged.values()],
    stage: (write) => {
      const key = `${write.kind}/${write.id}`;
      staged.set(key, again(staged.get(key), write));
    },
  };
}

/** What was to be deleted and is made anew was read as absent; in the store it is still there. */
function again(before: Write | undefined, write: Write): Write {
  return before?.body === null && write.revision === 0 ? { ...write, revision: before.revision } : write;
}

/** A staged document keeps the revision that was read, so that staging it again is still against what is stored. */
function asStored(write: Write | undefined): Stored | null | undefined {
  if (!write) return undefined;
  return write.body === null ? null : { id: write.id, revision: write.revision, body: write.body };
}
