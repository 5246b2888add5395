import { lineLabel } from '../cart.ts';
import type { Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { type Ledger, readLedger } from './ledger.ts';
import { availableOf, freeAt, type Levels, none, type Piece, type Reserved, withLevel } from './shelf.ts';

export interface Want extends Piece {
  readonly quantity: number;
  /** From there alone: it is fetched there. */
  readonly place?: string | undefined;
}

/**
 * Keeps pieces for an order, all that are wanted or none: from the merchant's places in their order, from several when no single
 * place has enough. What the shop does not count is never refused and is not among what comes back. Refuses with `not-found`,
 * `out-of-stock` and `not-enough` (details: sku, label, available). Throws `RangeError` for what is no number of pieces.
 */
export async function reserve(trade: Trade, wants: readonly Want[]): Promise<readonly Reserved[] | Refusal> {
  for (const { quantity } of wants) mustBePieces(quantity);
  const ledger = await readLedger(trade, wants);
  const reserved: Reserved[] = [];
  for (const want of wants) {
    const shelf = ledger.shelf(want.sku);
    if (shelf === null) return { refused: 'not-found', details: { sku: want.sku } };
    if (shelf.levels === null) continue;
    const places = want.place === undefined ? placesOf(shelf.levels, trade) : [want.place];
    const taken = takenFrom(shelf.levels, places, want.quantity);
    if (taken === null) return tooFew(ledger, want, shelf.levels);
    ledger.put(want.sku, withReserved(shelf.levels, taken));
    reserved.push(...[...taken].map(([place, quantity]) => ({ sku: want.sku, place, quantity })));
  }
  await ledger.stage();
  return merged(reserved);
}

/** Place → pieces; `null` when there are not enough. One place that has all is better than two parcels. */
function takenFrom(levels: Levels, places: readonly string[], quantity: number): ReadonlyMap<string, number> | null {
  const whole = places.find((place) => freeAt(levels, place) >= quantity);
  if (whole !== undefined) return new Map([[whole, quantity]]);
  const taken = new Map<string, number>();
  let open = Math.min(quantity, availableOf(levels));
  if (open < quantity) return null;
  for (const place of places) {
    const here = Math.min(open, freeAt(levels, place));
    if (here > 0) taken.set(place, here);
    open -= here;
  }
  return open === 0 ? taken : null;
}

/** The merchant's order, and then what lies where it is not served from any more. */
function placesOf(levels: Levels, { rules }: Trade): readonly string[] {
  return [...new Set([...rules.stock.places, ...levels.keys()])];
}

function withReserved(levels: Levels, taken: ReadonlyMap<string, number>): Levels {
  let after = levels;
  for (const [place, quantity] of taken) {
    const level = levels.get(place) ?? none;
    after = withLevel(after, place, { ...level, reserved: level.reserved + quantity });
  }
  return after;
}

function tooFew(ledger: Ledger, { sku, product, place }: Want, levels: Levels): Refusal {
  const available = place === undefined ? availableOf(levels) : freeAt(levels, place);
  const details = { sku, label: labelOf(ledger, { sku, product }), available, ...(place !== undefined && { place }) };
  return { refused: available === 0 ? 'out-of-stock' : 'not-enough', details };
}

function labelOf(ledger: Ledger, { sku, product: id }: Piece): string {
  const product = ledger.product(id);
  const variant = product?.variants.find((one) => one.sku === sku);
  return product && variant ? lineLabel({ title: product.title, options: variant.options }) : sku;
}

/** Two lines of one SKU are one reservation at each place. */
function merged(reserved: readonly Reserved[]): readonly Reserved[] {
  const sums = new Map<string, Reserved>();
  for (const one of reserved) {
    const key = `${one.place}/${one.sku}`;
    sums.set(key, { ...one, quantity: one.quantity + (sums.get(key)?.quantity ?? 0) });
  }
  return [...sums.values()];
}

export function mustBePieces(quantity: number, least = 1): void {
  if (!Number.isSafeInteger(quantity) || quantity < least) throw new RangeError('not a number of pieces');
}
