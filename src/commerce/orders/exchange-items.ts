import type { Money } from '../../catalog/money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { stepOrder } from './machine.ts';
import type { Order, OrderReturn } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { keptFor } from './order-stock.ts';
import { type Swap, swapped } from './pieces.ts';
import { notExchangeable } from './policy.ts';
import { tradeFor } from './preview.ts';
import { altered } from './requote.ts';
import { differenceWay } from './settle-difference.ts';
import { type ItemChange, swapsFor } from './swaps-for.ts';

export interface ExchangeWanted {
  readonly order: string;
  /** Each with an `instead`. */
  readonly items: readonly ItemChange[];
  readonly payBy: string | null;
  readonly why: string;
  readonly preview?: boolean | undefined;
}

export interface ExchangeAsked {
  readonly order: Order;
  /** What it costs more, to be paid when the goods have come; negative: less. */
  readonly difference: Money;
  readonly back: OrderReturn;
}

/**
 * Asks for other things in the place of delivered ones. What comes instead is kept for the order; the difference is settled, and the items are
 * other ones, when the old ones have come (`receiveReturn`). Refuses with `not-found`, `not-now` (details: status), `not-allowed`, `too-late`,
 * `once-only`, as `swapsFor` and `differenceWay` do.
 */
export async function exchangeItems(given: Trade, wanted: ExchangeWanted): Promise<ExchangeAsked | Refusal> {
  const trade = tradeFor(given, wanted);
  const read = await readOrder(trade, wanted.order);
  if (read === null) return notFound;
  const { order, revision } = read;
  const sameProduct = trade.rules.orders.exchange.same_product && trade.by.who === 'shopper';
  const swaps = notExchangeable(trade, order) ?? (await swapsFor(trade, order, { items: wanted.items, sameProduct }));
  if (isRefusal(swaps)) return swaps;
  if (swaps.some(({ sku, instead }) => sku === null || instead === null)) return { refused: 'nothing-picked' };
  const back = await exchangeOf(trade, order, { swaps, wanted });
  if (isRefusal(back)) return back;
  const asked = stepOrder(trade, order, 'ask-exchange', wanted.why);
  if (isRefusal(asked)) return asked;
  const kept = await keptFor(trade, order, swaps);
  if (isRefusal(kept)) return kept;
  const after = { ...asked, returns: [...asked.returns, back], reserved: [...asked.reserved, ...kept] };
  stageOrder(trade, after, revision);
  const difference = { amount: 0 - back.refund.amount, currency: back.refund.currency };
  return { order: after, difference, back };
}

interface Asked {
  readonly swaps: readonly Swap[];
  readonly wanted: ExchangeWanted;
}

async function exchangeOf(trade: Trade, order: Order, { swaps, wanted }: Asked): Promise<OrderReturn | Refusal> {
  const cost = await altered(trade, order, { items: swapped(order.items, swaps) });
  const difference = (cost.total?.amount ?? 0) - (order.total?.amount ?? 0);
  const allowed = trade.rules.orders.exchange.difference_to;
  const way = await differenceWay(trade, { order, payBy: wanted.payBy, difference, allowed });
  if (isRefusal(way)) return way;
  return {
    id: `back-${order.returns.length + 1}`,
    kind: 'exchange',
    items: swaps.flatMap(({ sku, quantity }) => (sku === null ? [] : [{ sku, quantity }])),
    instead: swaps.flatMap(({ instead, quantity }) => (instead === null ? [] : [{ ...instead, quantity }])),
    state: 'requested',
    refund: { amount: 0 - difference, currency: order.total?.currency ?? trade.shop.currency },
    granted: false,
    to: way.to,
    why: wanted.why,
    at: trade.now,
  };
}
