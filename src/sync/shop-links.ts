import { createHash } from 'node:crypto';
import type { Trade } from '../commerce/trade.ts';
import type { Json, JsonObject } from '../storage/json.ts';
import type { Stored, StoreReader, Write } from '../storage/store.ts';

type SystemId = string;
export type Linked = 'product' | 'variant' | 'order';

/** What a thing of ours is over there, and how both were when they were last the same. */
export interface Link {
  readonly id: string;
  readonly revision: number;
  readonly is: Linked;
  /** Our product's id, SKU or order's id. */
  readonly ours: string;
  /** `null`: not there yet. */
  readonly theirs: string | null;
  /** What else is kept, by kind. */
  readonly body: JsonObject;
}

export function linkId(system: SystemId, is: Linked, ours: string): string {
  return `${system}/${is}/${ours}`;
}

export async function readLink(
  store: StoreReader,
  system: SystemId,
  [is, ours]: readonly [Linked, string],
): Promise<Link | null> {
  const stored = await store.get('shop-link', linkId(system, is, ours));
  return stored === null ? null : linkOf(stored);
}

export async function readLinks(
  store: StoreReader,
  system: SystemId,
  [is, ours]: readonly [Linked, readonly string[]],
): Promise<ReadonlyMap<string, Link>> {
  const found = await store.getMany(
    'shop-link',
    ours.map((one) => linkId(system, is, one)),
  );
  return new Map(found.map(linkOf).map((link) => [link.ours, link]));
}

export async function linkByTheirs(
  store: StoreReader,
  system: SystemId,
  [is, theirs]: readonly [Linked, string],
): Promise<Link | null> {
  const [stored] = await store.find('shop-link', { where: { system, theirs: `${is}:${theirs}` }, limit: 1 });
  return stored === undefined ? null : linkOf(stored);
}

/** A page of all links of a kind, in the order of their ids. */
export async function linksAfter(
  store: StoreReader,
  system: SystemId,
  { is, after, limit }: { readonly is: Linked; readonly after: string | null; readonly limit: number },
): Promise<readonly Link[]> {
  const prefix = linkId(system, is, '');
  const page = await store.find('shop-link', { after: after ?? prefix, limit });
  return page.filter(({ id }) => id.startsWith(prefix)).map(linkOf);
}

function linkOf({ id, revision, body }: Stored): Link {
  const { is, ours, theirs } = body;
  const at = typeof theirs === 'string' ? theirs.slice(theirs.indexOf(':') + 1) : null;
  return { id, revision, is: is as Linked, ours: String(ours), theirs: at, body };
}

export interface NewLink {
  readonly system: SystemId;
  readonly is: Linked;
  readonly ours: string;
  readonly theirs: string | null;
  readonly revision: number;
  readonly more: JsonObject;
}

export function linkWrite({ system, is, ours, theirs, revision, more }: NewLink, now: number): Write {
  const body = { ...more, system, is, ours, theirs: theirs === null ? null : `${is}:${theirs}`, updatedAt: now };
  return { kind: 'shop-link', id: linkId(system, is, ours), revision, body };
}

export function forgetLink(trade: Pick<Trade, 'stage'>, { id, revision }: Link): void {
  trade.stage({ kind: 'shop-link', id, revision, body: null });
}

/** The same for the same content, whatever order keys stand in. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22);
}

function canonical(value: unknown): string {
  const sorted = (_key: string, inner: unknown): unknown =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return JSON.stringify(value, sorted) ?? 'null';
}

export function textOf(body: JsonObject, name: string): string | null {
  const value: Json | undefined = body[name];
  return typeof value === 'string' ? value : null;
}

export function numberOf(body: JsonObject, name: string): number | null {
  const value: Json | undefined = body[name];
  return typeof value === 'number' ? value : null;
}
