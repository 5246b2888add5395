import { type Catalog, createCatalog } from '../../../src/catalog/catalog.ts';
import type { Product } from '../../../src/catalog/product.ts';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { type MovingPrice, movingPriceBody } from '../../../src/commerce/dynamic-pricing/moving-price.ts';
import { shopperCatalog } from '../../../src/commerce/dynamic-pricing/shopper-catalog.ts';
import { type ShopRules, topics, usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import type { ShopFacts } from '../../../src/dialog/book.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Kind } from '../../../src/storage/kinds.ts';
import { createStaging } from '../../../src/storage/staging.ts';
import type { Store } from '../../../src/storage/store.ts';
import { usd } from '../../catalog/shelf.ts';
import { createMemoryStore } from '../../runtime/memory-store.ts';

export const facts: ShopFacts = { name: 'Test', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' };
/** A Sunday, noon. */
export const noon = Date.UTC(2026, 10, 22, 12);
export const hourMs = 3_600_000;

interface Written {
  readonly prices?: JsonObject;
  readonly dynamic?: JsonObject;
}

/** Rules as a merchant writes them. */
export function rulesFrom({ prices = {}, dynamic = {} }: Written): ShopRules {
  return {
    ...usualRules(facts),
    prices: topics.prices(facts).parse(prices),
    'dynamic-prices': topics['dynamic-prices'](facts).parse(dynamic),
  };
}

export interface PricingShop {
  readonly store: Store;
  readonly catalog: Catalog;
  write(kind: Kind, id: string, body: JsonObject | null): Promise<void>;
}

export async function pricingShop(
  products: readonly Product[],
  store = createMemoryStore(new Map()),
): Promise<PricingShop> {
  const write: PricingShop['write'] = async (kind, id, body) => {
    const revision = (await store.get(kind, id))?.revision ?? 0;
    await store.commit([{ kind, id, revision, body }]);
  };
  for (const product of products) await write('product', product.id, productBody(product, null));
  const ids = products.map(({ id }) => id);
  const index = { search: async () => ({ ids, total: ids.length, words: null }), facets: async () => ({}) };
  return { store, write, catalog: createCatalog({ store, index }) };
}

export interface Look {
  readonly rules: ShopRules;
  readonly now?: number;
  readonly conversation?: string;
  readonly customer?: string;
}

/** One turn that looks at a product, committed. */
export async function look({ store, catalog }: PricingShop, id: string, { rules, now = noon, ...who }: Look) {
  const staging = createStaging(store, []);
  const { conversation = 'webchat:shop:ada', customer = 'ada' } = who;
  const parts = { store: staging.reader, stage: staging.stage, shop: facts, rules, conversation, customer, now };
  const product = await shopperCatalog(catalog, parts).product(id);
  const writes = staging.writes();
  if (writes.length > 0) await store.commit(writes);
  if (product === null) throw new Error('no such product');
  return { product, variant: product.variants[0], writes };
}

export function movingPrice(given: Partial<MovingPrice>): JsonObject {
  const price = { product: 'mug', title: 'Mug', base: usd(10_000), price: usd(10_000), rule: null, reason: '' };
  return movingPriceBody({ ...price, day: '2026-11-22', opened: 10_000, steps: [], at: noon, ...given });
}
