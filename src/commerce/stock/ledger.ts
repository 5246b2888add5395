import type { Product, Variant } from '../../catalog/product.ts';
import { productOf } from '../../catalog/product-schema.ts';
import type { JsonObject } from '../../storage/json.ts';
import type { Stored } from '../../storage/store.ts';
import type { Trade } from '../trade.ts';
import { planLowWarning } from './low-stock.ts';
import { availableOf, type Levels, type Piece, type Shelf, shelfBody, shelfOf } from './shelf.ts';
import { tellWishes } from './tell-wishes.ts';

/** What stock needs of a trade; an import has no more. */
export type StockTrade = Pick<Trade, 'store' | 'stage' | 'now'> & {
  readonly rules: Pick<Trade['rules'], 'stock'>;
};

/** The shelves of some SKUs as they are read, and then as they are changed. */
export interface Ledger {
  /** `null`: neither is there a product of it, nor has anything of it been kept. */
  shelf(sku: string): Shelf | null;
  product(id: string): Product | null;
  put(sku: string, levels: Levels): void;
  /** Stages what has changed: stock documents, the products that show what can be sold, and whom it is told. */
  stage(): Promise<void>;
}

export async function readLedger(trade: StockTrade, pieces: readonly Piece[]): Promise<Ledger> {
  const [products, stocks] = await Promise.all([
    readAll(
      trade,
      'product',
      pieces.map(({ product }) => product),
    ),
    readAll(
      trade,
      'stock',
      pieces.map(({ sku }) => sku),
    ),
  ]);
  const product = (id: string): Product | null => {
    const stored = products.get(id);
    return stored === undefined ? null : productOf(stored.body);
  };
  const before = new Map<string, Shelf>();
  for (const piece of pieces) {
    const shelf = shelfFor(piece, { stock: stocks.get(piece.sku), product: product(piece.product), trade });
    if (shelf !== null) before.set(piece.sku, shelf);
  }
  const changed = new Map<string, Levels>();
  return {
    product,
    shelf: (sku) => {
      const [shelf, levels] = [before.get(sku), changed.get(sku)];
      return shelf === undefined ? null : levels === undefined ? shelf : { ...shelf, levels };
    },
    put: (sku, levels) => void changed.set(sku, levels),
    stage: async () => {
      const turns = [...changed].flatMap(([sku, levels]) => {
        const shelf = before.get(sku);
        return shelf === undefined || isSame(shelf.levels, levels) ? [] : [{ before: shelf, levels }];
      });
      for (const turn of turns) await stageShelf(trade, turn);
      for (const [id, stored] of products)
        stageProduct(
          trade,
          stored,
          turns.filter((turn) => turn.before.product === id),
        );
    },
  };
}

async function readAll({ store }: StockTrade, kind: 'product' | 'stock', ids: readonly string[]) {
  const read = await store.getMany(kind, [...new Set(ids)]);
  return new Map(read.map((stored) => [stored.id, stored]));
}

interface Sources {
  readonly stock: Stored | undefined;
  readonly product: Product | null;
  readonly trade: StockTrade;
}

/** Until something has been kept of it, what the product says is what lies at the first place. */
function shelfFor({ sku, product: id }: Piece, { stock, product, trade }: Sources): Shelf | null {
  const variant = product?.variants.find((one) => one.sku === sku);
  // A product may have been imported anew under another id.
  if (stock !== undefined) return variant === undefined ? shelfOf(stock) : { ...shelfOf(stock), product: id };
  if (variant === undefined) return null;
  return { sku, product: id, revision: 0, levels: firstLevels(variant, trade), low: false, turnedAt: null };
}

function firstLevels({ stock }: Variant, { rules }: StockTrade): Levels | null {
  return stock === null ? null : new Map([[firstPlace(rules), { onHand: stock, reserved: 0 }]]);
}

export function firstPlace({ stock }: StockTrade['rules']): string {
  return stock.places[0] ?? 'main';
}

function isSame(one: Levels | null, other: Levels): boolean {
  if (one === null || one.size !== other.size) return false;
  return [...other].every(([place, { onHand, reserved }]) => {
    const level = one.get(place);
    return level?.onHand === onHand && level.reserved === reserved;
  });
}

export interface Turn {
  readonly before: Shelf;
  readonly levels: Levels;
}

/** The stock document, and whom it is told; what the product shows is not its business. */
export async function stageShelf(trade: StockTrade, { before, levels }: Turn): Promise<void> {
  const [was, is] = [before.levels === null ? null : availableOf(before.levels), availableOf(levels)];
  const limit = trade.rules.stock.low_at;
  const low = limit !== null && is <= limit;
  // Never twice the same: whoever follows tells by it what is new.
  const turnedAt = (was === 0) === (is === 0) ? before.turnedAt : Math.max(trade.now, (before.turnedAt ?? 0) + 1);
  const { sku, revision } = before;
  trade.stage({ kind: 'stock', id: sku, revision, body: shelfBody({ ...before, levels, low, turnedAt }) });
  if (low && !before.low) planLowWarning(trade, { sku, revision, available: is });
  if (was !== null && is > was) await tellWishes(trade, { sku, product: before.product, pieces: is - was });
}

/** One write, however many of its SKUs have changed; none when as many can be sold as before. */
function stageProduct(trade: StockTrade, { id, revision, body }: Stored, turns: readonly Turn[]): void {
  const available = new Map(turns.map(({ before, levels }) => [before.sku, availableOf(levels)]));
  const variants = productOf(body).variants.map((variant) => ({
    ...variant,
    stock: available.get(variant.sku) ?? variant.stock,
  }));
  if (variants.every(({ stock }, index) => stock === productOf(body).variants[index]?.stock)) return;
  trade.stage({ kind: 'product', id, revision, body: { ...body, variants: variants as unknown as JsonObject[] } });
}
