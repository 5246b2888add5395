import { readLedger, type StockTrade } from './ledger.ts';
import { availableOf, freeAt, type Level, type Piece } from './shelf.ts';

/** What there is of one SKU. */
export interface Availability extends Piece {
  /** Pieces that can be sold; `null` where the shop does not count. */
  readonly available: number | null;
  readonly places: readonly PlaceAvailability[];
}

export interface PlaceAvailability extends Level {
  readonly place: string;
  /** Pieces that can be promised from there. */
  readonly available: number;
}

/** In the order of `pieces`; what the shop neither sells nor keeps is left out. */
export async function availability(
  trade: Pick<StockTrade, 'store' | 'stage' | 'now' | 'rules'>,
  pieces: readonly Piece[],
): Promise<readonly Availability[]> {
  const ledger = await readLedger(trade, pieces);
  return pieces.flatMap(({ sku }) => {
    const shelf = ledger.shelf(sku);
    if (shelf === null) return [];
    const { product, levels } = shelf;
    const places = [...(levels ?? [])].map(([place, level]) => ({
      place,
      ...level,
      available: freeAt(levels ?? new Map(), place),
    }));
    return [{ sku, product, available: levels && availableOf(levels), places }];
  });
}
