import type { JsonObject } from './json.ts';
import type { Kind } from './kinds.ts';

/**
 * Documents by kind. Contract: test/contracts/store.ts, passed by every store on its real server.
 *
 * A document can only be written against the revision that was read: there is no other way in. Bodies are plain JSON;
 * any key is allowed (`$set`, `a.b`, `__proto__`, emoji) and comes back as it was.
 */
export interface Store {
  get(kind: Kind, id: string): Promise<Stored | null>;
  /** In the order of `ids`; what does not exist is left out. */
  getMany(kind: Kind, ids: readonly string[]): Promise<readonly Stored[]>;
  find(kind: Kind, query: Query): Promise<readonly Stored[]>;
  /** Documents that match; `sort` and `limit` are ignored. */
  count(kind: Kind, query: Query): Promise<number>;
  /**
   * All of the writes or none; each document at most once. `conflict` when any document is not at its `revision` any more: then nothing has changed.
   * Durable when it resolves. Commits made at the same time may share one write to disk; each stays atomic by itself.
   * Throws `StoreError` when the server fails; then the writes may or may not have happened, and a retry with the same
   * revisions tells which.
   */
  commit(writes: readonly Write[]): Promise<'committed' | 'conflict'>;
  close(): Promise<void>;
}

/** What actions get: they read, and stage their writes for the turn's one commit. */
export type StoreReader = Pick<Store, 'get' | 'getMany' | 'find' | 'count'>;

export interface Stored {
  readonly id: string;
  /** 1 after the first write, one more after each. */
  readonly revision: number;
  readonly body: JsonObject;
}

export interface Write {
  readonly kind: Kind;
  readonly id: string;
  /** The revision read; 0 when the document must not exist yet. */
  readonly revision: number;
  /** `null` deletes. */
  readonly body: JsonObject | null;
}

/** Only fields that the kind declares in kinds.ts can be asked for or sorted by. */
export interface Query {
  readonly where?: Readonly<Record<string, Condition>>;
  /**
   * Absent values come before all others on the way up. Ties are broken by id, in the same direction, so that the order is
   * total. Text is ordered by its UTF-8 bytes. Default: by id, up.
   */
  readonly sort?: { readonly by: string; readonly direction: 'up' | 'down' };
  /** Only documents whose id comes after this one in the order of ids: so a kind is walked page by page, whatever is written meanwhile. */
  readonly after?: string;
  /** 100 when absent. */
  readonly limit?: number;
}

/** A plain value means equality; `null` matches documents where the field is null or absent. Ranges never match null. */
export type Condition =
  | string
  | number
  | boolean
  | null
  | { readonly in: readonly (string | number)[] }
  | {
      readonly above?: number | string;
      readonly from?: number | string;
      readonly below?: number | string;
      readonly to?: number | string;
    };
