import type { Money } from '../../catalog/money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { afterChange } from './after-change.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { withPiecesSwapped } from './order-stock.ts';
import { type Swap, swapped } from './pieces.ts';
import { itemsChanged, notChangeable } from './policy.ts';
import { tradeFor } from './preview.ts';
import { altered, stageAlteredCoupons } from './requote.ts';
import { differenceWay, settleDifference, stillToPay } from './settle-difference.ts';
import { type ItemChange, swapsFor } from './swaps-for.ts';

export interface ItemsWanted {
  readonly order: string;
  readonly items: readonly ItemChange[];
  /** A way on file, `original`, or a provider; `null`: as anything else is paid, or given back. */
  readonly payBy: string | null;
  /** Only tells what it would come to: nothing is staged. */
  readonly preview?: boolean;
}

export interface Altered {
  readonly order: Order;
  /** What it costs more; negative: less. */
  readonly difference: Money;
  /** What the shopper has still to pay. */
  readonly due: Money;
}

/**
 * Other items, or another number of them, in an order that has not left. What it costs more is charged to a way on file or owed; what it
 * costs less goes back. Refuses with `not-found`, `not-now` (details: status), `not-allowed`, `once-only`, `nothing-picked`, `not-in-order`,
 * `too-many`, `nothing-left`, as `findInstead` does, as `differenceWay` does, and as coupons do.
 */
export async function changeItems(given: Trade, wanted: ItemsWanted): Promise<Altered | Refusal> {
  const trade = tradeFor(given, wanted);
  const read = await readOrder(trade, wanted.order);
  if (read === null) return notFound;
  const refused = notChangeable(trade, read.order, 'items');
  if (refused !== null) return refused;
  const sameProduct = trade.rules.orders.change.same_product && trade.by.who === 'shopper';
  const swaps = await swapsFor(trade, read.order, { items: wanted.items, sameProduct });
  if (isRefusal(swaps)) return swaps;
  const after = await withSwaps(trade, read.order, { swaps, payBy: wanted.payBy });
  if (isRefusal(after)) return after;
  const kept = await withPiecesSwapped(trade, after.order, swaps);
  if (isRefusal(kept)) return kept;
  const unfit = await stageAlteredCoupons(trade, kept);
  if (unfit !== null) return unfit;
  stageOrder(trade, kept, read.revision);
  return { ...after, order: kept };
}

interface Swapping {
  readonly swaps: readonly Swap[];
  readonly payBy: string | null;
}

async function withSwaps(trade: Trade, order: Order, { swaps, payBy }: Swapping): Promise<Altered | Refusal> {
  const cost = await altered(trade, order, { items: swapped(order.items, swaps) });
  const difference = (cost.total?.amount ?? 0) - (order.total?.amount ?? 0);
  const allowed = trade.rules.orders.change.difference_to;
  const way = await differenceWay(trade, { order, payBy, difference, allowed });
  if (isRefusal(way)) return way;
  const paid = await settleDifference(trade, cost, { ...way, why: 'The items were changed.' });
  if (isRefusal(paid)) return paid;
  const settled = afterChange(trade, paid, { what: itemsChanged, why: wordsOf(swaps) });
  const { currency } = order.total ?? trade.shop;
  return { order: settled, difference: { amount: difference, currency }, due: stillToPay(settled, currency) };
}

function wordsOf(swaps: readonly Swap[]): string {
  return swaps.map(({ sku, quantity, instead }) => `${quantity} × ${sku ?? ''}→${instead?.sku ?? ''}`).join(', ');
}
