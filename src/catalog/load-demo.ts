import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json, JsonObject } from '../storage/json.ts';
import type { Store, Write } from '../storage/store.ts';
import { checkDraft } from './import/check-draft.ts';
import { productBody } from './product-schema.ts';

interface DemoLoad {
  /** The folder with `products.jsonl` and `orders.jsonl`. */
  readonly folder: string;
  readonly store: Pick<Store, 'count' | 'commit'>;
  /** Epoch milliseconds: the demo's orders are moved so that the newest was placed the day before. As written when absent. */
  readonly now?: number;
}

/** A document's body is a few kB; that many fit into one transaction of every store. */
const documentsAtOnce = 1_000;

/**
 * Fills a store that has no products with the demo shop; gives how many products it brought, 0 when the shop has its own.
 * The index is the caller's business (`rebuildFromStore`).
 */
export async function loadDemo({ folder, store, now }: DemoLoad): Promise<number> {
  if ((await store.count('product', {})) > 0) return 0;
  const products = (await readJsonLines(join(folder, 'products.jsonl'))).map(productWrite);
  const hasOrders = (await store.count('order', {})) > 0;
  const orders = hasOrders ? [] : orderWrites(await readJsonLines(join(folder, 'orders.jsonl')), now);
  const writes = [...products, ...orders];
  for (let at = 0; at < writes.length; at += documentsAtOnce) {
    // On a conflict another process is loading the same demo: it will bring what we leave.
    if ((await store.commit(writes.slice(at, at + documentsAtOnce))) === 'conflict') return 0;
  }
  return products.length;
}

async function readJsonLines(file: string): Promise<readonly JsonObject[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as JsonObject]));
}

function productWrite(draft: JsonObject): Write {
  const checked = checkDraft(draft);
  if ('reason' in checked) throw new Error(`the demo shop is damaged: ${checked.reason}`);
  return { kind: 'product', id: checked.product.id, revision: 0, body: productBody(checked.product, null) };
}

const dayMs = 24 * 60 * 60 * 1000;

function orderWrites(orders: readonly JsonObject[], now: number | undefined): readonly Write[] {
  const newest = Math.max(...orders.map((order) => Date.parse(String(order['placedAt']))));
  const days = now === undefined ? 0 : Math.floor((now - newest) / dayMs) - 1;
  return orders.map((order) => orderWrite(order, days));
}

/** Stores sort orders by `placedAt` as epoch milliseconds. */
function orderWrite({ id, placedAt, eta = null, deliveredAt = null, ...order }: JsonObject, days: number): Write {
  const placed = Date.parse(String(placedAt)) + days * dayMs;
  const times = { placedAt: placed, eta: laterDay(eta, days), deliveredAt: laterDay(deliveredAt, days) };
  return { kind: 'order', id: String(id), revision: 0, body: { ...order, id: String(id), ...times } };
}

/** A day stays a day, a moment a moment. */
function laterDay(time: Json, days: number): string | null {
  if (typeof time !== 'string') return null;
  const moved = new Date(Date.parse(time) + days * dayMs).toISOString();
  return moved.slice(0, time.length === 10 ? 10 : undefined);
}
