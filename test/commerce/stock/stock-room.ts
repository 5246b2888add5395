import { createEmbeddedIndex } from '../../../adapters/search/embedded/embedded-index.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Product } from '../../../src/catalog/product.ts';
import { productBody, productOf } from '../../../src/catalog/product-schema.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { type ShopRules, usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import { type Shelf, shelfOf } from '../../../src/commerce/stock/shelf.ts';
import { type Trade, type TradeParts, transact } from '../../../src/commerce/trade.ts';
import type { Store } from '../../../src/storage/store.ts';
import { createMemoryStore, type MemoryData, type MemorySettings } from '../../runtime/memory-store.ts';

export const testShop = { name: 'Test shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' };

/** SKU → pieces; `null`: not counted. */
export type Counts = Readonly<Record<string, number | null>>;

export function productWith(id: string, counts: Counts): Product {
  const variants = Object.entries(counts).map(([sku, stock]) => ({
    sku,
    options: { size: sku },
    price: { amount: 1_000, currency: 'USD' },
    stock,
  }));
  const texts = {
    title: `The ${id}`,
    description: '',
    brand: null,
    category: [],
    attributes: {},
    images: [],
    tags: [],
  };
  return { id, ...texts, variants: variants as unknown as Product['variants'] };
}

export interface StockRoom {
  readonly store: Store;
  readonly data: MemoryData;
  readonly parts: TradeParts;
  /** Epoch milliseconds; a test may move it. */
  now: number;
  trade<T>(work: (trade: Trade) => Promise<T | Refusal>): Promise<T | Refusal>;
  shelf(sku: string): Promise<Shelf | null>;
  /** What the product says can be sold. */
  shown(product: string, sku: string): Promise<number | null | undefined>;
}

export interface RoomSettings extends MemorySettings {
  readonly places?: readonly string[];
  readonly lowAt?: number | null;
}

/** A shop with these products and nothing reserved yet. */
export async function openStockRoom(
  products: Readonly<Record<string, Counts>>,
  settings: RoomSettings = {},
): Promise<StockRoom> {
  const data: MemoryData = new Map();
  const store = createMemoryStore(data, settings);
  for (const [id, counts] of Object.entries(products)) await bring(createMemoryStore(data), productWith(id, counts));
  let trades = 0;
  const room: StockRoom = {
    store,
    data,
    now: 1_790_000_000_000,
    parts: tradePartsOf(store, settings, () => room.now),
    trade: (work) => transact(room.parts, { key: `test:${++trades}`, by: { who: 'merchant' } }, work),
    async shelf(sku) {
      const stored = await store.get('stock', sku);
      return stored && shelfOf(stored);
    },
    async shown(product, sku) {
      const stored = await store.get('product', product);
      return stored && productOf(stored.body).variants.find((one) => one.sku === sku)?.stock;
    },
  };
  return room;
}

export function tradePartsOf(
  store: Store,
  { places = ['main', 'shop'], lowAt = null }: Pick<RoomSettings, 'places' | 'lowAt'>,
  now: () => number,
): TradeParts {
  const rules: ShopRules = { ...usualRules(testShop), stock: { places: [...places], low_at: lowAt } };
  const catalog = createCatalog({ store, index: createEmbeddedIndex() });
  return { store, catalog, shop: testShop, rules: () => rules, clock: { now } };
}

/** As an import does, but for its counts. */
export async function bring(store: Store, product: Product): Promise<void> {
  const revision = (await store.get('product', product.id))?.revision ?? 0;
  await store.commit([{ kind: 'product', id: product.id, revision, body: productBody(product, null) }]);
}
