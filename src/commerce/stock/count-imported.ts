import type { Product, Variant } from '../../catalog/product.ts';
import { productOf } from '../../catalog/product-schema.ts';
import type { Stored } from '../../storage/store.ts';
import { withOnHand } from './count-stock.ts';
import { firstPlace, type StockTrade, stageShelf } from './ledger.ts';
import { availableOf, type Levels, type Shelf, shelfOf } from './shelf.ts';
import { mostAtOnce, tellWishes } from './tell-wishes.ts';

export interface Imported {
  /** With what the file counts as on hand. */
  readonly products: readonly Product[];
  /** As they are stored, by id. */
  readonly before: ReadonlyMap<string, Stored>;
}

/**
 * What a file counts lies at the first place; other places are none of its business, and what is reserved stays so. The products come
 * back with what can be sold of them. One read for all of them where nothing has been reserved yet.
 */
export async function countImported(trade: StockTrade, { products, before }: Imported): Promise<readonly Product[]> {
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  const shelves = new Map((await trade.store.getMany('stock', skus)).map((stored) => [stored.id, shelfOf(stored)]));
  await tellOfUncounted(trade, { products, before, shelves });
  if (shelves.size === 0) return products;
  const sold: Product[] = [];
  for (const product of products) sold.push(await countProduct(trade, product, shelves));
  return sold;
}

async function countProduct(
  trade: StockTrade,
  product: Product,
  shelves: ReadonlyMap<string, Shelf>,
): Promise<Product> {
  const variants: Variant[] = [];
  for (const variant of product.variants) {
    const shelf = shelves.get(variant.sku);
    const stock = shelf ? await countVariant(trade, variant, { ...shelf, product: product.id }) : variant.stock;
    variants.push({ ...variant, stock });
  }
  return { ...product, variants: variants as unknown as Product['variants'] };
}

/** A file that counts nothing says nothing of what Parley counts. */
async function countVariant(trade: StockTrade, { stock }: Variant, before: Shelf): Promise<number> {
  const was: Levels = before.levels ?? new Map();
  const place = firstPlace(trade.rules);
  if (stock === null || was.get(place)?.onHand === stock) return availableOf(was);
  const levels = withOnHand(was, place, stock);
  await stageShelf(trade, { before, levels });
  return availableOf(levels);
}

/** Of what nothing has been reserved yet, too, somebody may wait for it. Asked only when something was sold out before. */
async function tellOfUncounted(
  trade: StockTrade,
  { products, before, shelves }: Imported & { readonly shelves: ReadonlyMap<string, Shelf> },
): Promise<void> {
  const back = new Map(
    products
      .flatMap((product) => cameBack(product, before.get(product.id)))
      .filter(({ sku }) => !shelves.has(sku))
      .map((arrival) => [arrival.sku, arrival]),
  );
  if (back.size === 0) return;
  const wishes = await trade.store.find('wish', { where: { sku: { in: [...back.keys()] } }, limit: 10_000 });
  for (const sku of new Set(wishes.map(({ body }) => String(body['sku'])))) {
    const arrival = back.get(sku);
    if (arrival) await tellWishes(trade, arrival);
  }
}

function cameBack({ id, variants }: Product, stored: Stored | undefined) {
  if (stored === undefined) return [];
  const soldOut = new Set(
    productOf(stored.body)
      .variants.filter(({ stock }) => stock === 0)
      .map(({ sku }) => sku),
  );
  return variants
    .filter(({ sku, stock }) => stock !== 0 && soldOut.has(sku))
    .map(({ sku, stock }) => ({ sku, product: id, pieces: stock ?? mostAtOnce }));
}
