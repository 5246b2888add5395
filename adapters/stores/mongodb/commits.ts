import type { Kind } from '../../../src/storage/kinds.ts';
import type { Write } from '../../../src/storage/store.ts';
import { type MongoDocument, toDocument } from './documents.ts';

export type Outcome = 'committed' | 'conflict';

/** A commit as the server takes it, prepared once however often it is tried. */
export interface Commit {
  readonly writes: readonly PreparedWrite[];
  /** About how long it is in BSON. */
  readonly bytes: number;
}

export interface PreparedWrite {
  readonly kind: Kind;
  readonly id: string;
  readonly revision: number;
  /** Null deletes. */
  readonly document: MongoDocument | null;
  /** Names the document among all kinds. */
  readonly key: string;
}

export function prepareCommit(writes: readonly Write[]): Commit {
  let bytes = 0;
  const prepared = writes.map(({ kind, id, revision, body }) => {
    const key = `${kind}/${id}`;
    if (body === null) return { kind, id, revision, document: null, key };
    const made = toDocument({ kind, id, revision: revision + 1, body });
    bytes += made.bytes;
    return { kind, id, revision, document: made.document, key };
  });
  return { writes: prepared, bytes };
}

/** Raw write commands, in the order they must run, each with the number of documents it must touch. */
export interface WriteCommand {
  readonly command: Readonly<Record<string, unknown>>;
  readonly touches: number;
}

export function commandsOf(commits: readonly Commit[]): readonly WriteCommand[] {
  const inserts = new Map<Kind, object[]>();
  const updates = new Map<Kind, object[]>();
  const deletes = new Map<Kind, object[]>();
  for (const { writes } of commits) {
    for (const { kind, id, revision, document } of writes) {
      if (revision === 0) add(inserts, kind, document ?? { _id: id, revision: 1, body: {} });
      else if (document !== null) add(updates, kind, { q: { _id: id, revision }, u: document });
      if (document === null) add(deletes, kind, { q: { _id: id, revision: Math.max(revision, 1) }, limit: 1 });
    }
  }
  return [
    ...build(updates, 'update', 'updates'),
    ...build(inserts, 'insert', 'documents'),
    ...build(deletes, 'delete', 'deletes'),
  ];
}

function add(lists: Map<Kind, object[]>, kind: Kind, entry: object): void {
  const list = lists.get(kind);
  if (list === undefined) lists.set(kind, [entry]);
  else list.push(entry);
}

function build(lists: ReadonlyMap<Kind, readonly object[]>, verb: string, entries: string): WriteCommand[] {
  return [...lists].map(([kind, list]) => ({ command: { [verb]: kind, [entries]: list }, touches: list.length }));
}
