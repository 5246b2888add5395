import type { Refusal } from '../refusal.ts';
import type { OrderRules } from '../rules/orders.ts';
import type { Trade } from '../trade.ts';
import { isHeldBack } from './exchange-sent.ts';
import { notNow, type OrderEvent, stateAfter } from './machine.ts';
import type { Order } from './order.ts';

type Asking = Pick<Trade, 'now' | 'by'> & { readonly rules: { readonly orders: OrderRules } };

/** What a history calls it when other items were put into an order. */
export const itemsChanged = 'items';

/** Why an order cannot be cancelled now; `null`: it can. */
export function notCancellable(asking: Asking, order: Order): Refusal | null {
  const { cancel, change } = asking.rules.orders;
  return (
    impossible(order, 'cancel') ??
    bound(asking, () => whenPolicy(order, cancel.allowed, cancel.until) ?? onlyOnce(order, change.items_once))
  );
}

export function notChangeable(asking: Asking, order: Order, what: 'address' | 'items' | 'payment'): Refusal | null {
  const { change } = asking.rules.orders;
  return (
    impossible(order, 'change') ??
    bound(asking, () => whenPolicy(order, change[what], change.until) ?? onlyOnce(order, change.items_once))
  );
}

export function notReturnable(asking: Asking, order: Order): Refusal | null {
  const { return: rules, after_delivery_once: once } = asking.rules.orders;
  return (
    bound(asking, () => onlyOneBack(order, once)) ?? afterDelivery(asking, order, { event: 'ask-return', ...rules })
  );
}

export function notExchangeable(asking: Asking, order: Order): Refusal | null {
  const { exchange: rules, after_delivery_once: once } = asking.rules.orders;
  const again = () => onlyOneBack(order, once) ?? onlyOneBack(order, rules.once, 'exchange');
  return bound(asking, again) ?? afterDelivery(asking, order, { event: 'ask-exchange', ...rules });
}

/** The merchant's rules are for shoppers. */
function bound({ by }: Asking, rule: () => Refusal | null): Refusal | null {
  return by.who === 'shopper' ? rule() : null;
}

function impossible(order: Order, event: OrderEvent): Refusal | null {
  return stateAfter(order.status, event) === null ? notNow(order) : null;
}

function whenPolicy(order: Order, allowed: boolean, until: 'packed' | 'shipped'): Refusal | null {
  if (!allowed) return { refused: 'not-allowed' };
  return until === 'packed' && order.status === 'packed' ? notNow(order) : null;
}

function onlyOnce({ history }: Order, once: boolean): Refusal | null {
  return once && history.some(({ what }) => what === itemsChanged) ? { refused: 'once-only' } : null;
}

function onlyOneBack({ returns }: Order, once: boolean, kind?: 'exchange'): Refusal | null {
  const before = returns.filter((one) => one.state !== 'refused' && (kind === undefined || one.kind === kind));
  return once && before.length > 0 ? { refused: 'once-only' } : null;
}

interface AfterDelivery {
  readonly event: OrderEvent;
  readonly allowed: boolean;
  readonly days: number | null;
}

const dayMs = 24 * 60 * 60 * 1_000;

function afterDelivery(asking: Asking, order: Order, { event, allowed, days }: AfterDelivery): Refusal | null {
  const now = isHeldBack(order) ? notNow(order) : impossible(order, event);
  if (now !== null) return now;
  return bound(asking, () => {
    if (!allowed) return { refused: 'not-allowed' };
    const delivered = order.deliveredAt === null ? Number.NaN : Date.parse(order.deliveredAt);
    if (days === null || Number.isNaN(delivered)) return null;
    const end = delivered + days * dayMs;
    return asking.now > end ? { refused: 'too-late', details: { until: new Date(end).toISOString(), days } } : null;
  });
}
