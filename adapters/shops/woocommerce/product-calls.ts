import type { ShopProduct, ShopStock, ShopSystem } from '../../../src/sync/shop-system.ts';
import { idAnswer, type ProductAnswer, product, stockAnswer, type VariationAnswer, variation } from './answers.ts';
import { levelsFrom, productFrom } from './products.ts';
import type { RestApi } from './rest-api.ts';

export interface ProductParts {
  readonly api: RestApi;
  readonly currency: () => Promise<string>;
}

type ProductCalls = Pick<ShopSystem, 'products' | 'product' | 'existing' | 'stock' | 'adjustStock'>;

const pageSize = 50;
const most = 100;
/** Pages are counted from the beginning: when something before is deleted meanwhile, all others move up. */
const overlap = 5;

export function productCalls(parts: ProductParts): ProductCalls {
  const { api } = parts;
  return {
    async products({ cursor, changedSince }) {
      const found = await api.list('products', { status: 'publish', ...paged({ cursor, changedSince }) }, product);
      const items: ShopProduct[] = [];
      for (const answer of found) items.push(await whole(parts, answer));
      return { items, next: nextOf(cursor, found.length) };
    },
    async product(id) {
      const answer = await api.get(`products/${encodeURIComponent(id)}`, {}, product);
      if (answer === null || answer.status !== 'publish') return null;
      if (answer.type === 'variation' && answer.parent_id > 0) return await this.product(String(answer.parent_id));
      return await whole(parts, answer);
    },
    async existing(ids) {
      const query = { include: ids.join(','), per_page: String(most), status: 'publish', _fields: 'id' };
      return new Set((await api.list('products', query, idAnswer)).map(({ id }) => String(id)));
    },
    stock: (ids) => stockOf(api, ids),
    adjustStock: (change) => adjust(api, change),
  };
}

interface Wanted {
  readonly cursor: string | null;
  readonly changedSince: number | null;
}

export function paged({ cursor, changedSince }: Wanted): Readonly<Record<string, string>> {
  const since =
    changedSince === null ? {} : { modified_after: new Date(changedSince).toISOString(), dates_are_gmt: 'true' };
  return { per_page: String(pageSize), offset: cursor ?? '0', orderby: 'id', order: 'asc', ...since };
}

export function nextOf(cursor: string | null, found: number): string | null {
  return found < pageSize ? null : String(Number(cursor ?? 0) + found - overlap);
}

async function whole({ api, currency }: ProductParts, answer: ProductAnswer): Promise<ShopProduct> {
  const variations = answer.type === 'variable' ? await variationsOf(api, answer.id) : null;
  return productFrom(answer, { currency: await currency(), variations });
}

async function variationsOf(api: RestApi, id: number): Promise<readonly VariationAnswer[]> {
  const all: VariationAnswer[] = [];
  for (let page = 1; ; page += 1) {
    const query = { per_page: String(most), page: String(page), orderby: 'id', order: 'asc' };
    const found = await api.list(`products/${id}/variations`, query, variation);
    all.push(...found);
    if (found.length < most) return all;
  }
}

const stockFields = 'id,manage_stock,stock_quantity,stock_status,backorders';

async function stockOf(api: RestApi, ids: readonly string[]): Promise<readonly ShopStock[]> {
  const found: ShopStock[] = [];
  for (const [parent, children] of grouped(ids)) {
    const path = parent === '' ? 'products' : `products/${parent}/variations`;
    const query = { include: children.join(','), per_page: String(most), _fields: stockFields };
    for (const answer of await api.list(path, query, stockAnswer)) {
      found.push({ id: parent === '' ? String(answer.id) : `${parent}/${answer.id}`, levels: levelsFrom(answer) });
    }
  }
  return found;
}

/** Parent (none: '') → numbers. */
function grouped(ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const [first = '', second] = id.split('/');
    const [parent, own] = second === undefined ? ['', first] : [first, second];
    groups.set(parent, [...(groups.get(parent) ?? []), own]);
  }
  return groups;
}

/** There is no way to add to a count over there: it is read and written, and a sale in between is lost on it until it is counted. */
async function adjust(api: RestApi, { id, by }: { readonly id: string; readonly by: number }): Promise<void> {
  const [parent = '', child] = id.split('/');
  const path = child === undefined ? `products/${parent}` : `products/${parent}/variations/${child}`;
  const now = await api.get(path, { _fields: stockFields }, stockAnswer);
  if (now === null || now.manage_stock !== true) return;
  await api.send('PUT', path, { body: { stock_quantity: (now.stock_quantity ?? 0) + by }, answer: idAnswer });
}
