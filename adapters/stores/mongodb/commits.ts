import type { Kind } from '../../../src/storage/kinds.ts';
import type { Write } from '../../../src/storage/store.ts';
import { documentOf, type MongoDocument } from './documents.ts';

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
  readonly bytes: number;
}

/** A command may be 16 MB long, and what is counted here as a byte may be three. */
export const MOST_BYTES_A_COMMAND = 4_000_000;

export function prepareCommit(writes: readonly Write[]): Commit {
  const prepared = writes.map(({ kind, id, revision, body }) => {
    const named = { kind, id, revision, key: `${kind}/${id}` };
    if (body === null) return { ...named, document: null, bytes: id.length };
    return { ...named, ...documentOf({ kind, id, revision: revision + 1, body }) };
  });
  return { writes: prepared, bytes: prepared.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Raw write commands, in the order they must run, each with the number of documents it must touch. */
export interface WriteCommand {
  readonly command: Readonly<Record<string, unknown>>;
  readonly touches: number;
}

export function commandsOf(commits: readonly Commit[]): readonly WriteCommand[] {
  const updates = new Map<Kind, Batch[]>();
  const inserts = new Map<Kind, Batch[]>();
  const deletes = new Map<Kind, Batch[]>();
  for (const { writes } of commits) {
    for (const write of writes) {
      const { id, revision, document } = write;
      if (revision === 0) add(inserts, write, document ?? { _id: id, revision: 1, body: {} });
      else if (document !== null) add(updates, write, { q: { _id: id, revision }, u: document });
      if (document === null) add(deletes, write, { q: { _id: id, revision: Math.max(revision, 1) }, limit: 1 });
    }
  }
  return [
    ...build(updates, 'update', 'updates'),
    ...build(inserts, 'insert', 'documents'),
    ...build(deletes, 'delete', 'deletes'),
  ];
}

interface Batch {
  readonly entries: object[];
  bytes: number;
}

function add(batches: Map<Kind, Batch[]>, { kind, bytes }: PreparedWrite, entry: object): void {
  const list = batches.get(kind) ?? [];
  if (list.length === 0) batches.set(kind, list);
  const last = list.at(-1);
  if (last === undefined || last.bytes + bytes > MOST_BYTES_A_COMMAND) {
    list.push({ entries: [entry], bytes });
    return;
  }
  last.entries.push(entry);
  last.bytes += bytes;
}

function build(batches: ReadonlyMap<Kind, readonly Batch[]>, verb: string, name: string): WriteCommand[] {
  return [...batches].flatMap(([kind, list]) =>
    list.map(({ entries }) => ({ command: { [verb]: kind, [name]: entries }, touches: entries.length })),
  );
}
