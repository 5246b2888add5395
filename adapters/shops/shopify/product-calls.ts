import { createHash } from 'node:crypto';
import type { Levels, PageWanted, ShopStock, ShopSystem } from '../../../src/sync/shop-system.ts';
import type { AdminApi } from './admin-api.ts';
import {
  adjustAnswer,
  existingAnswer,
  type LevelsAnswer,
  levelsAnswer,
  type ProductAnswer,
  productAnswer,
  productsAnswer,
  type VariantAnswer,
  variantsAnswer,
} from './answers.ts';
import {
  adjustDocument,
  existingDocument,
  levelsDocument,
  productDocument,
  productsDocument,
  variantsDocument,
} from './documents.ts';
import { productFrom } from './products.ts';
import { refuseErrors } from './user-errors.ts';

export interface ProductParts {
  readonly api: AdminApi;
  readonly currency: () => Promise<string>;
  readonly locations: ReadonlyMap<string, string> | null;
}

type ProductCalls = Pick<ShopSystem, 'products' | 'product' | 'existing' | 'stock' | 'adjustStock'>;

export function productCalls(parts: ProductParts): ProductCalls {
  const { api } = parts;
  return {
    async products({ cursor, changedSince }: PageWanted) {
      const variables = { after: cursor, query: queryOf(changedSince) };
      const { products } = await api.ask(productsDocument, { variables, answer: productsAnswer });
      const items = [];
      for (const answer of products.nodes) items.push(await whole(parts, answer));
      return { items, next: products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null };
    },
    async product(id) {
      const { product } = await api.ask(productDocument, { variables: { id }, answer: productAnswer });
      return product === null || product.status !== 'ACTIVE' ? null : await whole(parts, product);
    },
    async existing(ids) {
      const { nodes } = await api.ask(existingDocument, { variables: { ids }, answer: existingAnswer });
      return new Set(nodes.flatMap((node) => (node?.status === 'ACTIVE' ? (node.id ?? []) : [])));
    },
    stock: (ids) => stockOf(parts, ids),
    adjustStock: (change) => adjust(parts, change),
  };
}

function queryOf(changedSince: number | null): string {
  return changedSince === null
    ? 'status:active'
    : `status:active AND updated_at:>='${new Date(changedSince).toISOString()}'`;
}

async function whole(parts: ProductParts, answer: ProductAnswer) {
  const variants = await allVariants(parts.api, answer);
  const levels = parts.locations === null ? null : await levelsByItem(parts, variants);
  return productFrom(answer, { currency: await parts.currency(), variants, levels });
}

async function allVariants(api: AdminApi, { id, variants }: ProductAnswer): Promise<readonly VariantAnswer[]> {
  const all = [...variants.nodes];
  let { hasNextPage, endCursor } = variants.pageInfo;
  while (hasNextPage) {
    const { product } = await api.ask(variantsDocument, {
      variables: { id, after: endCursor },
      answer: variantsAnswer,
    });
    all.push(...(product?.variants.nodes ?? []));
    hasNextPage = product?.variants.pageInfo.hasNextPage ?? false;
    endCursor = product?.variants.pageInfo.endCursor ?? null;
  }
  return all;
}

async function levelsByItem(
  parts: ProductParts,
  variants: readonly VariantAnswer[],
): Promise<ReadonlyMap<string, Levels>> {
  const ids = variants.map(({ inventoryItem }) => inventoryItem.id);
  return new Map((await stockOf(parts, ids)).map(({ id, levels }) => [id, levels]));
}

/** 12 items with 20 locations each ask for some 800 points. */
const itemsAtOnce = 12;

async function stockOf({ api, locations }: ProductParts, ids: readonly string[]): Promise<readonly ShopStock[]> {
  const found: ShopStock[] = [];
  for (let at = 0; at < ids.length; at += itemsAtOnce) {
    const variables = { ids: ids.slice(at, at + itemsAtOnce) };
    const { nodes } = await api.ask(levelsDocument, { variables, answer: levelsAnswer });
    for (const node of nodes) if (node !== null) found.push({ id: node.id, levels: levelsFrom(node, locations) });
  }
  return found;
}

type Item = NonNullable<LevelsAnswer['nodes'][number]>;

/** Of locations that are no places of ours nothing is sold here. */
function levelsFrom({ tracked, variants, inventoryLevels }: Item, locations: ProductParts['locations']): Levels {
  const sellsOn = variants?.nodes.some(({ inventoryPolicy }) => inventoryPolicy === 'CONTINUE') ?? false;
  if (!tracked || sellsOn) return null;
  const counts = inventoryLevels.nodes.map(({ location, quantities }) => ({
    location: location.id.split('/').at(-1) ?? '',
    available: quantities.find(({ name }) => name === 'available')?.quantity ?? 0,
  }));
  if (locations === null)
    return [{ place: null, available: counts.reduce((sum, { available }) => sum + available, 0) }];
  return counts.flatMap(({ location, available }) => {
    const place = locations.get(location);
    return place === undefined ? [] : [{ place, available }];
  });
}

async function adjust({ api }: ProductParts, { id, by, key }: Parameters<ShopSystem['adjustStock']>[0]): Promise<void> {
  const { nodes } = await api.ask(levelsDocument, { variables: { ids: [id] }, answer: levelsAnswer });
  const location = nodes[0]?.inventoryLevels.nodes[0]?.location.id;
  if (location === undefined) return;
  const change = { inventoryItemId: id, locationId: location, delta: by, changeFromQuantity: null };
  const input = { name: 'available', reason: 'restock', changes: [change] };
  const { inventoryAdjustQuantities } = await api.ask(adjustDocument, {
    variables: { input, key: keyOf(key) },
    answer: adjustAnswer,
  });
  refuseErrors(inventoryAdjustQuantities.userErrors);
}

/** Keys are wanted to be UUIDs; the same text makes the same. */
export function keyOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
