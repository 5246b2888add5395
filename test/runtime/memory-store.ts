import { StoreError } from '../../src/storage/errors.ts';
import type { Json } from '../../src/storage/json.ts';
import type { Kind } from '../../src/storage/kinds.ts';
import { type Comparison, comparisonsOf, DEFAULT_LIMIT, sortOf } from '../../src/storage/query.ts';
import type { Query, Store, Stored, Write } from '../../src/storage/store.ts';

/** What several stores share, as processes share a database. */
export type MemoryData = Map<string, Stored>;

export type Fault = 'none' | 'before' | 'after' | 'conflict';

export interface MemorySettings {
  /** Awaited before and after whatever the store does. */
  readonly yields?: () => Promise<void>;
  /** What goes wrong with this commit: a failure before or after it is really done, or a foreign change just before it. */
  readonly fault?: (writes: readonly Write[]) => Fault;
  /** Throws when reads should fail. */
  readonly reading?: () => void;
}

/** A store whose every interleaving and failure a test decides. It passes no contract but atomicity and revisions. */
export function createMemoryStore(data: MemoryData, settings: MemorySettings = {}): Store {
  const yields = settings.yields ?? (async () => {});
  const read = async <T>(work: () => T): Promise<T> => {
    await yields();
    settings.reading?.();
    const found = work();
    await yields();
    return found;
  };
  const get = (kind: Kind, id: string) => data.get(`${kind}/${id}`) ?? null;
  const find = (kind: Kind, query: Query) => matching(data, kind, query);
  return {
    get: (kind, id) => read(() => get(kind, id)),
    getMany: (kind, ids) => read(() => ids.flatMap((id) => get(kind, id) ?? [])),
    find: (kind, query) => read(() => find(kind, query).slice(0, query.limit ?? DEFAULT_LIMIT)),
    count: (kind, query) => read(() => find(kind, query).length),
    async commit(writes) {
      await yields();
      const fault = settings.fault?.(writes) ?? 'none';
      if (fault === 'before') throw new StoreError('STORE_UNAVAILABLE', 'lost before');
      if (fault === 'conflict') touch(data, writes);
      const outcome = apply(data, writes);
      await yields();
      if (fault === 'after') throw new StoreError('STORE_UNAVAILABLE', 'lost after');
      return outcome;
    },
    close: async () => {},
  };
}

function apply(data: MemoryData, writes: readonly Write[]): 'committed' | 'conflict' {
  const isStale = ({ kind, id, revision }: Write) => (data.get(`${kind}/${id}`)?.revision ?? 0) !== revision;
  if (writes.some(isStale)) return 'conflict';
  for (const { kind, id, revision, body } of writes) {
    if (body === null) data.delete(`${kind}/${id}`);
    else data.set(`${kind}/${id}`, { id, revision: revision + 1, body: JSON.parse(JSON.stringify(body)) });
  }
  return 'committed';
}

/** As if somebody had written the same once more. */
function touch(data: MemoryData, writes: readonly Write[]): void {
  for (const { kind, id } of writes) {
    const stored = data.get(`${kind}/${id}`);
    if (stored && kind !== 'message') data.set(`${kind}/${id}`, { ...stored, revision: stored.revision + 1 });
  }
}

function matching(data: MemoryData, kind: Kind, query: Query): readonly Stored[] {
  const comparisons = comparisonsOf(kind, query);
  const { by, isDown } = sortOf(kind, query);
  const found = [...data].filter(
    ([key, { id, body }]) =>
      key.startsWith(`${kind}/`) && comparisons.every(holds(body)) && (query.after === undefined || id > query.after),
  );
  const sorted = found.map(([, stored]) => stored).toSorted((one, other) => compare(one, other, by));
  return isDown ? sorted.toReversed() : sorted;
}

function holds(body: Stored['body']) {
  return (comparison: Comparison): boolean => {
    const value = body[comparison.field] ?? null;
    switch (comparison.operator) {
      case 'empty':
        return value === null;
      case 'in':
        return comparison.values.some((wanted) => wanted === value);
      default:
        return value !== null && isWithin(value, comparison);
    }
  };
}

function isWithin(
  value: NonNullable<Json>,
  { operator, value: wanted }: Extract<Comparison, { value: unknown }>,
): boolean {
  switch (operator) {
    case 'equal':
      return value === wanted;
    case 'above':
      return value > wanted;
    case 'from':
      return value >= wanted;
    case 'below':
      return value < wanted;
    case 'to':
      return value <= wanted;
  }
}

function compare(one: Stored, other: Stored, by: string | null): number {
  const [a, b] = by === null ? [one.id, other.id] : [Number(one.body[by] ?? -1), Number(other.body[by] ?? -1)];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
