import type { Money } from '../../catalog/money.ts';
import type { Order } from '../orders/order.ts';
import type { ShopRules } from '../rules/shop-rules.ts';
import type { PaymentProviders } from './provider.ts';
import { type WayToPay, waysToPay } from './ways-to-pay.ts';

interface Asking {
  readonly order: Order;
  readonly providers: PaymentProviders;
  readonly conversation: string;
}

/**
 * How an order that stands can be paid: what costs as much as the way it was ordered with, for its total is agreed; before delivery while
 * it waits for its money, and only as it was agreed once it goes ahead without.
 */
export function orderWays(
  { rules }: { readonly rules: ShopRules },
  { order, providers, conversation }: Asking,
): readonly WayToPay[] {
  const agreed = feeOf(rules, order.payBy);
  const total = order.total && { ...order.total, amount: order.total.amount - (agreed?.amount ?? 0) };
  const ways = waysToPay({ rules, providers, total, country: order.address?.country ?? null, conversation });
  return ways.filter(({ id, fee, paid }) => {
    if (id === order.payBy) return true;
    return order.status === 'awaiting-payment' && paid === 'before' && (fee?.amount ?? 0) === (agreed?.amount ?? 0);
  });
}

function feeOf({ payment }: ShopRules, payBy: string | null): Money | null {
  return payment.methods.find(({ provider }) => provider === payBy)?.fee ?? null;
}
