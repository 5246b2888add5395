import { orderOf } from '../commerce/orders/order.ts';
import type { Refusal } from '../commerce/refusal.ts';
import { countStock } from '../commerce/stock/count-stock.ts';
import { firstPlace } from '../commerce/stock/ledger.ts';
import { shelfOf } from '../commerce/stock/shelf.ts';
import type { Trade } from '../commerce/trade.ts';
import type { Stored, StoreReader } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';
import { readLinks } from './shop-links.ts';
import type { Levels } from './shop-system.ts';

/** SKU → place → pieces that are kept here for orders which the shop system has taken, and has taken off its own count. */
export type Accepted = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Orders whose pieces have not left: the shop system knows of no other reservations. */
const waiting = { in: ['placed', 'packed'] } as const;

async function acceptedPieces(store: StoreReader, system: string): Promise<Accepted> {
  const accepted = new Map<string, Map<string, number>>();
  for await (const page of walkKind(store, 'order', { where: { status: waiting } })) {
    const links = await readLinks(store, system, ['order', page.map(({ id }) => id)]);
    for (const stored of page.filter(({ id }) => (links.get(id)?.theirs ?? null) !== null)) {
      for (const { sku, place, quantity } of orderOf(stored).reserved) {
        const places = accepted.get(sku) ?? new Map<string, number>();
        accepted.set(sku, places.set(place, (places.get(place) ?? 0) + quantity));
      }
    }
  }
  return accepted;
}

/**
 * Counts with what is accepted right now. A parcel that leaves in between takes its pieces off the stock and off what is accepted, one before
 * the other for whoever reads both: then it refuses with `moved`, and has to be done again. All waiting orders are read only where pieces
 * are reserved at all: of most products there are none, and a sweep comes by each of them.
 */
export async function withAccepted<Result>(
  trade: Trade,
  { system, skus }: { readonly system: string; readonly skus: readonly string[] },
  work: (accepted: Accepted) => Promise<Result>,
): Promise<Result | Refusal> {
  const before = await trade.store.getMany('stock', skus);
  const result = await work(before.some(isReserved) ? await acceptedPieces(trade.store, system) : new Map());
  const after = await trade.store.getMany('stock', skus);
  return revisionsOf(after) === revisionsOf(before) ? result : { refused: 'moved' };
}

function isReserved(stored: Stored): boolean {
  return [...(shelfOf(stored).levels?.values() ?? [])].some(({ reserved }) => reserved > 0);
}

/** What is staged counts with the revision that it was read at. */
function revisionsOf(found: readonly Stored[]): string {
  return JSON.stringify(found.filter(({ revision }) => revision > 0).map(({ id, revision }) => [id, revision]));
}

export interface CountIn {
  readonly sku: string;
  readonly product: string;
  readonly levels: Levels;
  readonly accepted: Accepted;
}

/**
 * Their count becomes ours. They have taken the orders we sent them off what they can sell, and we keep these pieces reserved: so what lies
 * here is what they can sell, and what we keep for such orders. Then what we can sell is what they can sell, less what we keep for
 * orders that they have not got yet.
 */
export async function countIn(trade: Trade, { sku, product, levels, accepted }: CountIn): Promise<void> {
  if (levels === null) return stopCounting(trade, sku);
  const kept = accepted.get(sku) ?? new Map<string, number>();
  const first = firstPlace(trade.rules);
  const whole = levels.some((level) => level.place === null);
  const keptAt = (place: string) => (whole ? (place === first ? sumOf(kept) : 0) : (kept.get(place) ?? 0));
  for (const [place, available] of await counts(trade, sku, levels)) {
    const onHand = Math.max(0, available + keptAt(place));
    await countStock(trade, { sku, product, place, onHand });
  }
}

/** Place → what can be sold; a place of ours that they do not count has nothing. */
async function counts(trade: Trade, sku: string, levels: NonNullable<Levels>): Promise<ReadonlyMap<string, number>> {
  const stored = await trade.store.get('stock', sku);
  const known = stored === null ? [] : [...(shelfOf(stored).levels?.keys() ?? [])];
  const found = new Map(known.map((place) => [place, 0]));
  for (const { place, available } of levels) {
    const at = place ?? firstPlace(trade.rules);
    found.set(at, (found.get(at) ?? 0) + available);
  }
  return found;
}

/** What is not counted over there is not counted here: it can always be bought. */
async function stopCounting(trade: Trade, sku: string): Promise<void> {
  const stored = await trade.store.get('stock', sku);
  if (stored !== null) trade.stage({ kind: 'stock', id: sku, revision: stored.revision, body: null });
}

function sumOf(places: ReadonlyMap<string, number>): number {
  return [...places.values()].reduce((sum, pieces) => sum + pieces, 0);
}
