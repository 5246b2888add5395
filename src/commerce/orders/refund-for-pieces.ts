import type { Money } from '../../catalog/money.ts';
import { refundFor } from '../pricing/paid-for.ts';
import type { Trade } from '../trade.ts';
import { ledgerOf } from './ledger.ts';
import type { Order } from './order.ts';
import { keptPieces, type Pieces, returnedBefore, skuOf } from './pieces.ts';

/**
 * What goes back for pieces that come back: each one's share of what its line cost, in the end exactly all of it; with the last piece
 * everything that is left, the delivery too, where the policy says so. The fee comes off, and no more goes back than the order is worth then.
 */
export function refundForPieces(
  { rules, shop, by }: Trade,
  order: Order,
  picked: readonly Pieces[],
): { readonly refund: Money; readonly fee: Money | null } {
  const { refunds_shipping: shipping, fee: usual } = rules.orders.return;
  const fee = by.who === 'shopper' ? usual : null;
  const left = worthThen(order);
  const goods = picked.reduce((sum, pieces) => sum + paidFor(order, pieces), 0);
  const gross = shipping && isAll(order, picked) ? left : Math.min(goods, left);
  const amount = Math.max(0, gross - (fee?.amount ?? 0));
  return { refund: { amount, currency: order.total?.currency ?? shop.currency }, fee };
}

function isAll(order: Order, picked: readonly Pieces[]): boolean {
  const rest = new Map(keptPieces(order));
  for (const { sku, quantity } of picked) rest.set(sku, (rest.get(sku) ?? 0) - quantity);
  return [...rest.values()].every((quantity) => quantity <= 0);
}

function paidFor(order: Order, { sku, quantity }: Pieces): number {
  const before = returnedBefore(order, sku);
  const quoted = order.quote?.lines.some((line) => line.sku === sku) ? order.quote : null;
  if (quoted !== null) return refundFor(quoted, { sku, before, quantity }).amount;
  const prices = order.items.flatMap((item) =>
    skuOf(item) === sku ? Array.from({ length: item.quantity }, () => item.price?.amount ?? 0) : [],
  );
  return prices.slice(before, before + quantity).reduce((sum, price) => sum + price, 0);
}

/** What an order is worth when all that is on its way back has come. */
export function worthThen(order: Order): number {
  const open = order.returns.filter(
    ({ kind, state, granted }) => kind === 'return' && state === 'requested' && !granted,
  );
  const promised = open.reduce((sum, { refund }) => sum + refund.amount, 0);
  return Math.max(0, (ledgerOf(order)?.worth ?? 0) - promised);
}
