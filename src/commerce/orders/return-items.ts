import type { Money } from '../../catalog/money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { grantReturn } from './grant-return.ts';
import { stepOrder } from './machine.ts';
import type { Order, OrderReturn } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { itemOf, type Pieces, pickedPieces } from './pieces.ts';
import { notReturnable } from './policy.ts';
import { tradeFor } from './preview.ts';
import { refundForPieces } from './refund-for-pieces.ts';
import { readWallet } from './wallet.ts';
import { wayToRefund } from './way-to-refund.ts';

export interface ReturnWanted {
  readonly order: string;
  readonly items: readonly Pieces[];
  readonly why: string;
  /** `original`, or a way on file; `null`: `original`. */
  readonly to: string | null;
  readonly preview?: boolean | undefined;
}

export interface ReturnAsked {
  readonly order: Order;
  /** What goes back, at once or when the goods have come: the merchant's policy says. */
  readonly refund: Money;
  readonly fee: Money | null;
  readonly back: OrderReturn;
}

/**
 * Asks to send things back. The refund is exact: each piece's share of discounts and tax, and the delivery's price with the last piece where
 * the policy says so, less the fee. Refuses with `not-found`, `not-now` (details: status), `not-allowed`, `too-late` (details: until, days),
 * `once-only`, `not-returnable` (details: sku, label), as `pickedPieces` and `wayToRefund` do.
 */
export async function returnItems(given: Trade, wanted: ReturnWanted): Promise<ReturnAsked | Refusal> {
  const trade = tradeFor(given, wanted);
  const read = await readOrder(trade, wanted.order);
  if (read === null) return notFound;
  const picked = notReturnable(trade, read.order) ?? pickedPieces(read.order, wanted.items);
  if (isRefusal(picked)) return picked;
  const kept = await notTakenBack(trade, read.order, picked);
  if (kept !== null) return kept;
  const way = await wayFor(trade, read.order, wanted.to);
  if (isRefusal(way)) return way;
  const asked = stepOrder(trade, read.order, 'ask-return', wanted.why);
  if (isRefusal(asked)) return asked;
  const { refund, fee } = refundForPieces(trade, read.order, picked);
  const back = returnOf(trade, asked, { picked, refund, to: way.to, why: wanted.why });
  const noted = { ...asked, returns: [...asked.returns, back] };
  const atOnce = trade.rules.orders.return.refund_when === 'requested';
  const order = atOnce ? await grantReturn(trade, noted, back.id) : noted;
  stageOrder(trade, order, read.revision);
  return { order, refund, fee, back: order.returns.at(-1) ?? back };
}

async function wayFor(trade: Trade, order: Order, to: string | null) {
  const allowed = trade.by.who === 'shopper' ? trade.rules.orders.return.refund_to : (['on-file'] as const);
  return wayToRefund({ order, wallet: await readWallet(trade, order.customer), to, allowed });
}

async function notTakenBack(trade: Trade, order: Order, picked: readonly Pieces[]): Promise<Refusal | null> {
  const never = trade.rules.orders.return.not.map((name) => name.toLowerCase());
  if (never.length === 0 || trade.by.who !== 'shopper') return null;
  const ids = [...new Set(picked.flatMap(({ sku }) => itemOf(order, sku)?.product ?? []))];
  const products = await trade.catalog.products(ids);
  const kept = new Set([
    ...ids.filter((id) => never.includes(id.toLowerCase())),
    ...products
      .filter(({ category }) => category.some((name) => never.includes(name.toLowerCase())))
      .map(({ id }) => id),
  ]);
  const found = picked.find(({ sku }) => kept.has(itemOf(order, sku)?.product ?? ''));
  if (found === undefined) return null;
  return {
    refused: 'not-returnable',
    details: { sku: found.sku, label: itemOf(order, found.sku)?.title ?? found.sku },
  };
}

interface Asked {
  readonly picked: readonly Pieces[];
  readonly refund: Money;
  readonly to: string;
  readonly why: string;
}

function returnOf({ now }: Trade, order: Order, { picked, refund, to, why }: Asked): OrderReturn {
  const items = picked.map(({ sku, quantity }) => ({ sku, quantity }));
  const id = `back-${order.returns.length + 1}`;
  const same = { items, instead: [], refund, to, why, at: now };
  return { id, kind: 'return', state: 'requested', granted: false, ...same };
}
