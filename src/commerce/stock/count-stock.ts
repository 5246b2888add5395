import type { Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { firstPlace, type Ledger, readLedger, type StockTrade } from './ledger.ts';
import { mustBePieces } from './reserve.ts';
import { availableOf, freeAt, type Levels, none, type Piece, withLevel } from './shelf.ts';

export interface Count extends Piece {
  /** The merchant's first place when absent. */
  readonly place?: string | undefined;
  /** Pieces that lie there, the reserved ones among them. */
  readonly onHand: number;
}

/** Somebody has counted. From then on the SKU is counted, whether it was before or not. Refuses with `not-found`. */
export async function countStock(
  trade: StockTrade,
  { sku, product, place, onHand }: Count,
): Promise<{ readonly available: number } | Refusal> {
  mustBePieces(onHand, 0);
  const ledger = await readLedger(trade, [{ sku, product }]);
  const shelf = ledger.shelf(sku);
  if (shelf === null) return { refused: 'not-found', details: { sku } };
  const levels = withOnHand(shelf.levels ?? new Map(), place ?? firstPlace(trade.rules), onHand);
  ledger.put(sku, levels);
  await ledger.stage();
  return { available: availableOf(levels) };
}

export function withOnHand(levels: Levels, place: string, onHand: number): Levels {
  return withLevel(levels, place, { ...(levels.get(place) ?? none), onHand });
}

export interface Quantity extends Piece {
  readonly quantity: number;
}

/**
 * Pieces come back and are for sale again, at the merchant's first place when none is named. What the shop does not count, or sells
 * no more and has never kept, is passed over.
 */
export async function takeBack(trade: Trade, lines: readonly Quantity[], place?: string): Promise<void> {
  if (lines.length === 0) return;
  const ledger = await readLedger(trade, lines);
  for (const { sku, quantity } of lines) {
    mustBePieces(quantity);
    const levels = ledger.shelf(sku)?.levels;
    if (levels) ledger.put(sku, withMore(levels, place ?? firstPlace(trade.rules), quantity));
  }
  await ledger.stage();
}

export interface Move extends Quantity {
  readonly from: string;
  readonly to: string;
}

/** Carries pieces from one place to another; reserved ones stay. Refuses with `not-found`, `not-counted`, `not-enough` (available). */
export async function moveStock(
  trade: StockTrade,
  { sku, product, quantity, from, to }: Move,
): Promise<{ readonly available: number } | Refusal> {
  mustBePieces(quantity);
  const ledger = await readLedger(trade, [{ sku, product }]);
  const levels = countedLevels(ledger, sku);
  if ('refused' in levels) return levels;
  const free = freeAt(levels, from);
  if (free < quantity) return { refused: 'not-enough', details: { sku, place: from, available: free } };
  if (from !== to) ledger.put(sku, withMore(withMore(levels, from, -quantity), to, quantity));
  await ledger.stage();
  return { available: availableOf(levels) };
}

function countedLevels(ledger: Ledger, sku: string): Levels | Refusal {
  const shelf = ledger.shelf(sku);
  if (shelf === null) return { refused: 'not-found', details: { sku } };
  return shelf.levels ?? { refused: 'not-counted', details: { sku } };
}

function withMore(levels: Levels, place: string, more: number): Levels {
  return withOnHand(levels, place, (levels.get(place) ?? none).onHand + more);
}
