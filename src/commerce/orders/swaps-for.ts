import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { findInstead } from './find-instead.ts';
import type { Order, OrderItem } from './order.ts';
import { itemOf, keptPieces, type Swap, swapped } from './pieces.ts';

/** `instead`: `quantity` pieces (all when absent) become that SKU; without it the order has `quantity` of it from now on, 0 for none. */
export interface ItemChange {
  readonly sku: string;
  readonly quantity?: number | undefined;
  readonly instead?: string | undefined;
}

/**
 * What goes out of an order and what comes in. Refuses with `nothing-picked`, `not-in-order` (details: sku), `too-many` (details: sku,
 * available), `nothing-left`, and as `findInstead` does.
 */
export async function swapsFor(
  trade: Trade,
  order: Order,
  { items, sameProduct }: { readonly items: readonly ItemChange[]; readonly sameProduct: boolean },
): Promise<readonly Swap[] | Refusal> {
  const kept = new Map(keptPieces(order));
  const swaps: Swap[] = [];
  for (const change of items) {
    const item = itemOf(order, change.sku);
    const available = kept.get(change.sku) ?? 0;
    if (item === undefined || available <= 0) return { refused: 'not-in-order', details: { sku: change.sku } };
    const swap = await swapFor(trade, { item, change, available, sameProduct });
    if (isRefusal(swap)) return swap;
    if (swap.sku !== null) kept.set(change.sku, available - swap.quantity);
    if (swap.quantity > 0) swaps.push(swap);
  }
  if (swaps.length === 0) return { refused: 'nothing-picked' };
  return swapped(order.items, swaps).length === 0 ? { refused: 'nothing-left' } : swaps;
}

interface Changing {
  readonly item: OrderItem;
  readonly change: ItemChange;
  readonly available: number;
  /** Only another variant of the same product may come instead; then no number changes either. */
  readonly sameProduct: boolean;
}

async function swapFor(trade: Trade, changing: Changing): Promise<Swap | Refusal> {
  const { item, change, available, sameProduct } = changing;
  const { sku, instead } = change;
  if (instead === undefined) return sameProduct ? { refused: 'same-product-only' } : otherNumber(trade, changing);
  const quantity = change.quantity ?? available;
  if (quantity < 1) return { refused: 'nothing-picked' };
  if (quantity > available) return { refused: 'too-many', details: { sku, available } };
  const other = await findInstead(trade, { item, instead, quantity, sameProduct });
  return isRefusal(other) ? other : { sku, quantity, instead: other };
}

/** More pieces cost what they cost now; fewer are taken out. */
async function otherNumber(trade: Trade, { item, change, available }: Changing): Promise<Swap | Refusal> {
  const { sku, quantity = available } = change;
  if (quantity < 0) return { refused: 'nothing-picked' };
  if (quantity <= available) return { sku, quantity: available - quantity, instead: null };
  const added = quantity - available;
  const anew = { ...item, sku: null };
  const more = await findInstead(trade, { item: anew, instead: sku, quantity: added, sameProduct: false });
  return isRefusal(more) ? more : { sku: null, quantity: added, instead: more };
}
