import type { Trade } from '../trade.ts';
import { readLedger } from './ledger.ts';
import { type Level, type Levels, none, type Reserved, withLevel } from './shelf.ts';

/** They are for sale again: the order came to nothing. What is no longer kept is passed over. */
export function release(trade: Trade, reserved: readonly Reserved[]): Promise<void> {
  return forEach(trade, reserved, (level, quantity) => ({ ...level, reserved: level.reserved - quantity }));
}

/** They have left the house: what was reserved is neither kept nor on hand any more. */
export function leave(trade: Trade, reserved: readonly Reserved[]): Promise<void> {
  return forEach(trade, reserved, ({ onHand, reserved: kept }, quantity) => ({
    // A recount may have found fewer on hand than were promised.
    onHand: Math.max(0, onHand - quantity),
    reserved: kept - quantity,
  }));
}

type Change = (level: Level, quantity: number) => Level;

async function forEach(trade: Trade, reserved: readonly Reserved[], change: Change): Promise<void> {
  if (reserved.length === 0) return;
  const ledger = await readLedger(trade, await withProducts(trade, reserved));
  for (const { sku, place, quantity } of reserved) {
    const shelf = ledger.shelf(sku);
    if (shelf?.levels) ledger.put(sku, changed(shelf.levels, { place, quantity, change }));
  }
  await ledger.stage();
}

function changed(levels: Levels, { place, quantity, change }: { place: string; quantity: number; change: Change }) {
  const level = levels.get(place) ?? none;
  return withLevel(levels, place, change(level, Math.min(quantity, level.reserved)));
}

/** An order knows its SKUs' places; which product shows them, the stock does. */
async function withProducts({ store }: Trade, reserved: readonly Reserved[]) {
  const skus = [...new Set(reserved.map(({ sku }) => sku))];
  const stocks = await store.getMany('stock', skus);
  return stocks.map(({ id, body }) => ({ sku: id, product: String(body['product']) }));
}
