import { availability } from '../commerce/stock/availability.ts';
import { countStock, moveStock } from '../commerce/stock/count-stock.ts';
import { shelfOf } from '../commerce/stock/shelf.ts';
import { type Trade, type TradeParts, transact } from '../commerce/trade.ts';
import { Failure } from './failure.ts';
import { pieceOf } from './stock-sku.ts';
import { pieces, shelfWords } from './stock-words.ts';

const key = 'stock-command';
const merchant: Pick<Trade, 'key' | 'by'> = { key, by: { who: 'merchant' } };

export async function showStock(parts: TradeParts, sku: string): Promise<string> {
  const piece = await pieceOf(parts.store, sku);
  const shelves = await transact(parts, merchant, (trade) => availability(trade, [piece]));
  const [shelf] = 'refused' in shelves ? [] : shelves;
  if (!shelf) throw new Failure(`There is no SKU ${sku}.`);
  return shelfWords(shelf, piece.label, parts.rules().stock.places);
}

export interface Setting {
  readonly sku: string;
  readonly count: number;
  readonly place?: string | undefined;
}

export async function setStock(parts: TradeParts, { sku, count, place }: Setting): Promise<string> {
  const piece = await pieceOf(parts.store, sku);
  if (place !== undefined) await mustBePlace(parts, sku, place);
  const counted = await transact(parts, merchant, (trade) => countStock(trade, { ...piece, place, onHand: count }));
  if ('refused' in counted) throw new Failure(`There is no SKU ${sku}.`);
  return showStock(parts, sku);
}

export interface Moving {
  readonly sku: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

export async function moveBetween(parts: TradeParts, { sku, count, from, to }: Moving): Promise<string> {
  const piece = await pieceOf(parts.store, sku);
  await mustBePlace(parts, sku, to);
  const moved = await transact(parts, merchant, (trade) => moveStock(trade, { ...piece, quantity: count, from, to }));
  if ('refused' in moved)
    throw new Failure(whyNot(moved.refused, { sku, from, free: Number(moved.details?.['available']) }));
  return showStock(parts, sku);
}

function whyNot(refused: string, { sku, from, free }: { sku: string; from: string; free: number }): string {
  if (refused === 'not-counted') return `${sku} is not counted. parley stock set ${sku} NUMBER begins to count it.`;
  if (refused === 'not-enough') return `Only ${pieces(free)} of ${sku} at ${from} can be moved.`;
  return `There is no SKU ${sku}.`;
}

/** One of the rules, or one where something of it lies although the rules name it no more. */
async function mustBePlace({ store, rules }: TradeParts, sku: string, place: string): Promise<void> {
  const { places } = rules().stock;
  if (places.includes(place)) return;
  const stored = await store.get('stock', sku);
  if (stored !== null && shelfOf(stored).levels?.has(place)) return;
  throw new Failure(`There is no place ${place}. shop/stock.yaml names: ${places.join(', ')}.`);
}
