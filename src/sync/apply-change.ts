import { productOf } from '../catalog/product-schema.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import { type Trade, transact } from '../commerce/trade.ts';
import { bringOrder, type OrderOutcome } from './order-in.ts';
import { bringProduct, dropProduct, type ProductOutcome } from './product-in.ts';
import { type Link, linkByTheirs, textOf } from './shop-links.ts';
import type { ShopChange, ShopOrder, ShopProduct, ShopStock, ShopSystem } from './shop-system.ts';
import { countIn, withAccepted } from './stock-in.ts';
import { actorOf, type SyncParts } from './sync-parts.ts';

/** Asks how the thing is now, and brings that here. Throws `ShopError`, `StoreError`, `SearchError`. */
export async function applyChange(
  parts: SyncParts,
  system: ShopSystem,
  { what, id, event }: ShopChange,
): Promise<void> {
  switch (what) {
    case 'product': {
      const theirs = await system.product(id);
      const outcome =
        theirs === null ? await drop(parts, system, id) : await takeProduct(parts, system, { theirs, event });
      return await index(parts, [outcome]);
    }
    case 'stock': {
      const [levels] = await system.stock([id]);
      if (levels !== undefined) await takeStock(parts, system, [levels]);
      return;
    }
    case 'order': {
      const theirs = await system.order(id);
      if (theirs !== null) await takeOrder(parts, system, { theirs, event });
      return;
    }
  }
}

type Told<Theirs> = { readonly theirs: Theirs; readonly event: string | null };

export async function takeProduct(
  parts: SyncParts,
  system: ShopSystem,
  { theirs, event }: Told<ShopProduct>,
): Promise<ProductOutcome> {
  const key = `${system.id}/product/${theirs.id}`;
  const outcome = await untilStill(parts, { system, key }, (trade) =>
    bringProduct(trade, { system: system.id, theirs, event }),
  );
  if ('conflict' in outcome && outcome.conflict) {
    parts.log.warn('SHOP_CONFLICT', { system: system.id, kind: 'product', id: outcome.product.id, kept: 'theirs' });
  }
  return outcome;
}

export async function drop(parts: SyncParts, system: ShopSystem, id: string): Promise<ProductOutcome> {
  return untilStill(parts, { system, key: `${system.id}/product/${id}` }, (trade) => dropProduct(trade, system.id, id));
}

/** What can be found follows before what is stored does not: a search that knows too much shows nothing wrong. */
export async function index({ index: search }: SyncParts, outcomes: readonly ProductOutcome[]): Promise<void> {
  const put = outcomes.flatMap((outcome) => ('product' in outcome ? [outcome.product] : []));
  const gone = outcomes.flatMap((outcome) => (outcome.is === 'gone' ? [outcome.id] : []));
  if (put.length > 0) await search.put(put);
  if (gone.length > 0) await search.remove(gone);
}

export async function takeStock(parts: SyncParts, system: ShopSystem, levels: readonly ShopStock[]): Promise<void> {
  const links = await Promise.all(levels.map(({ id }) => linkByTheirs(parts.store, system.id, ['variant', id])));
  const byProduct = new Map<string, Counts['counted'][number][]>();
  for (const [at, link] of links.entries()) {
    const product = link === null ? null : textOf(link.body, 'product');
    if (link === null || product === null) continue;
    byProduct.set(product, [...(byProduct.get(product) ?? []), { link, stock: levels[at] }]);
  }
  for (const [product, counted] of byProduct) await takeCounts(parts, system, { product, counted });
}

interface Counts {
  readonly product: string;
  readonly counted: readonly { readonly link: Link; readonly stock: ShopStock | undefined }[];
}

async function takeCounts(parts: SyncParts, system: ShopSystem, { product, counted }: Counts): Promise<void> {
  const skus = counted.map(({ link }) => link.ours);
  const turned = await untilStill(parts, { system, key: `${system.id}/stock/${product}` }, async (trade) => {
    const before = await trade.store.get('product', product);
    if (before === null) return null;
    const done = await withAccepted(trade, { system: system.id, skus }, async (accepted) => {
      for (const { link, stock } of counted) {
        await countIn(trade, { sku: link.ours, product, levels: stock?.levels ?? null, accepted });
      }
    });
    const after = await trade.store.get('product', product);
    return isRefusal(done) ? done : after !== null && after.body !== before.body ? productOf(after.body) : null;
  });
  if (turned !== null) await parts.index.put([turned]);
}

export async function takeOrder(
  parts: SyncParts,
  system: ShopSystem,
  { theirs, event }: Told<ShopOrder>,
): Promise<OrderOutcome> {
  const key = `${system.id}/order/${theirs.id}`;
  const outcome = await untilStill(parts, { system, key }, (trade) =>
    bringOrder(trade, { system: system.id, theirs, event }),
  );
  if (outcome === 'again') return await takeOrder(parts, system, { theirs, event });
  if (outcome === 'conflict')
    parts.log.warn('SHOP_CONFLICT', { system: system.id, kind: 'order', id: theirs.id, kept: 'both' });
  return outcome;
}

/** Whoever keeps moving under us does so for a moment only. */
const mostTries = 50;

async function untilStill<Result>(
  parts: SyncParts,
  { system, key }: { readonly system: ShopSystem; readonly key: string },
  work: (trade: Trade) => Promise<Result | Refusal>,
): Promise<Result> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const outcome = await transact(parts, { key, by: actorOf(system) }, work);
    if (!isRefusal(outcome)) return outcome;
  }
  throw new ShopContested();
}

class ShopContested extends Error {
  override readonly name = 'ShopContested';
  readonly code = 'SHOP_CONTESTED';
}
