import type { Catalog } from '../../catalog/catalog.ts';
import { lowestPrice } from '../../catalog/facets.ts';
import type { Product } from '../../catalog/product.ts';
import type { ProductSort } from '../../catalog/product-index.ts';
import type { ShopFacts } from '../../dialog/book.ts';
import type { StoreReader, Write } from '../../storage/store.ts';
import { destinationOf, readDraft } from '../checkout/draft.ts';
import type { ShopRules } from '../rules/shop-rules.ts';
import { isMoving } from './moving-products.ts';
import { heldSince } from './price-hold.ts';
import { readMoving } from './read-moving.ts';
import { type PriceQuestion, productFor } from './shopper-price.ts';

/** Who looks, and where what they are to keep is staged: an action's context is one. */
export interface ShopperParts {
  readonly store: StoreReader;
  readonly stage: (write: Write) => void;
  readonly shop: ShopFacts;
  readonly rules: ShopRules;
  readonly conversation: string;
  readonly customer: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The catalogue as one shopper sees it, so that search, product, cart and checkout show one price. A price list that has the SKU and
 * fits the shopper counts alone; else a running sale or the moving price, whichever is lower. Within a conversation a moving price
 * only ever gets better, for as long as the rules say; the floor and the ceiling, and a base price that the merchant changes, count
 * at once. Filters go by base prices. A shop without lists, sales and moving prices gets its catalogue back as it is.
 */
export function shopperCatalog(catalog: Catalog, parts: ShopperParts): Catalog {
  if (!hasOwnPrices(parts.rules)) return catalog;
  const seen = (products: readonly Product[]) => asSeen(products, parts);
  return {
    vocabulary: () => catalog.vocabulary(),
    facets: (query) => catalog.facets(query),
    products: async (ids) => seen(await catalog.products(ids)),
    async search(query) {
      const page = await catalog.search(query);
      return { ...page, products: sorted(await seen(page.products), query.sort) };
    },
    async product(id) {
      const product = await catalog.product(id);
      return product === null ? null : ((await seen([product]))[0] ?? null);
    },
  };
}

function hasOwnPrices({ prices, 'dynamic-prices': dynamic }: ShopRules): boolean {
  return dynamic.on || prices.lists.length > 0 || prices.sales.length > 0;
}

async function asSeen(products: readonly Product[], parts: ShopperParts): Promise<readonly Product[]> {
  if (products.length === 0) return products;
  const [shopper, moved] = await Promise.all([shopperOf(parts), movedFor(products, parts)]);
  const { rules, shop, now } = parts;
  const question = { rules, shop, now, ...shopper, ...moved };
  return products.map((product) => productFor(product, question));
}

/** Read only as far as the price lists ask for it. */
async function shopperOf({
  rules,
  store,
  shop,
  customer,
}: ShopperParts): Promise<Pick<PriceQuestion, 'group' | 'country'>> {
  const { lists } = rules.prices;
  const [group, country] = await Promise.all([
    lists.some(({ groups }) => groups !== null) ? groupOf(store, customer) : null,
    lists.some(({ countries }) => countries !== null) ? countryOf({ store, shop, customer }) : null,
  ]);
  return { group, country };
}

async function groupOf(store: StoreReader, customer: string): Promise<string | null> {
  const group = (await store.get('customer', customer))?.body['group'];
  return typeof group === 'string' ? group : null;
}

/** Where the order would go; the shop's own country until something is known. */
async function countryOf({
  store,
  shop,
  customer,
}: Pick<ShopperParts, 'store' | 'shop' | 'customer'>): Promise<string> {
  const { draft } = await readDraft({ store }, customer);
  return destinationOf(draft)?.country ?? shop.country;
}

async function movedFor(
  products: readonly Product[],
  parts: ShopperParts,
): Promise<Pick<PriceQuestion, 'moving' | 'since'>> {
  const { store, now } = parts;
  const rules = parts.rules['dynamic-prices'];
  const moving = products.filter((product) => product.variants.some((variant) => isMoving(rules, product, variant)));
  if (moving.length === 0) return { moving: new Map(), since: now };
  const [prices, since] = await Promise.all([
    readMoving(store, moving),
    heldSince({ ...parts, hours: rules.hold_hours }),
  ]);
  return { moving: prices, since };
}

/** The index has sorted by base prices. */
function sorted(products: readonly Product[], sort: ProductSort | undefined): readonly Product[] {
  switch (sort) {
    case 'price-up':
      return products.toSorted((one, other) => lowestPrice(one) - lowestPrice(other));
    case 'price-down':
      return products.toSorted((one, other) => lowestPrice(other) - lowestPrice(one));
    case 'relevance':
    case 'title':
    case undefined:
      return products;
  }
}
