import type { Money } from '../../catalog/money.ts';
import { planJob } from '../../jobs/jobs.ts';
import { cartWrite } from '../cart.ts';
import { withChange } from '../orders/machine.ts';
import { type Order, orderOf } from '../orders/order.ts';
import { readOrder, stageOrder } from '../orders/order-documents.ts';
import { newOrderNumber } from '../orders/order-number.ts';
import { payableUntil } from '../payment/payable-until.ts';
import { stageCouponUses } from '../pricing/coupon-uses.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { reserve } from '../stock/reserve.ts';
import type { Reserved } from '../stock/shelf.ts';
import type { Trade } from '../trade.ts';
import { draftWrite, emptyDraft } from './draft.ts';
import { type Buyer, type Checkout, readCheckout } from './read-checkout.ts';
import { whyNotPlaced } from './why-not-placed.ts';

export interface Placing extends Buyer {
  /** The total that the shopper saw and said yes to; `null`: they saw the cart as it was filled, and nothing may have changed since. */
  readonly seen: Money | null;
}

export interface PlacedOrder {
  readonly order: Order;
  /** `before`: it waits for its money. `later`: it goes ahead without. `nothing`: it costs nothing. */
  readonly pay: 'before' | 'later' | 'nothing';
}

/**
 * From what is in the cart and was said for it to an order: priced anew, its pieces kept, its coupons used, the cart emptied, all in one
 * trade. The same trade again gives the same order.
 *
 * Refuses with `empty`; `missing` (details: missing); `no-delivery` (country); `not-a-way-to-pay`; `out-of-stock`, `not-enough` (sku, label,
 * available); `coupon-refused` (code, why, minimum, was, now); `price-changed` (was, now: Money).
 */
export async function placeOrder(trade: Trade, placing: Placing): Promise<PlacedOrder | Refusal> {
  const checkout = await readCheckout(trade, placing);
  const before = await placedBefore(trade, checkout);
  if (before !== null) return before;
  const refusal = whyNotPlaced(checkout, placing.seen);
  if (refusal !== null) return refusal;
  const reserved = await reserve(trade, wantsOf(checkout));
  if (isRefusal(reserved)) return reserved;
  const number = await newOrderNumber(trade);
  const used = await stageCouponUses(trade, checkout.quote, { order: number, customer: placing.customer });
  if (used !== null) return { refused: 'coupon-refused', details: { ...used.details, why: wordOf(used.refused) } };
  const order = orderFrom(trade, { checkout, placing, number, reserved });
  stageOrder(trade, order, 0);
  stageCleared(trade, placing.customer, { checkout, order });
  planExpiry(trade, order);
  return { order, pay: payOf(checkout) };
}

async function placedBefore(trade: Trade, { draft, way }: Checkout): Promise<PlacedOrder | null> {
  if (draft.placed?.key !== trade.key) return null;
  const read = await readOrder(trade, draft.placed.order);
  if (read === null) return null;
  const { order } = read;
  const pay = order.status === 'awaiting-payment' ? 'before' : order.payBy === null ? 'nothing' : 'later';
  return { order, pay: way === null && order.total?.amount === 0 ? 'nothing' : pay };
}

function wantsOf({ priced, delivery }: Checkout) {
  const place = delivery?.pickUp ?? undefined;
  return priced.lines.map(({ line: { sku, product, quantity } }) => ({ sku, product, quantity, place }));
}

/** `coupon-used` → `used`. */
function wordOf(refused: string): string {
  return refused.replace(/^coupon-/u, '');
}

function payOf({ way }: Checkout): PlacedOrder['pay'] {
  return way?.paid ?? 'nothing';
}

interface Placed {
  readonly checkout: Checkout;
  readonly placing: Placing;
  readonly number: string;
  readonly reserved: readonly Reserved[];
}

function orderFrom(trade: Trade, { checkout, placing, number, reserved }: Placed): Order {
  const { draft, delivery, contact, quote, way } = checkout;
  const waits = way?.paid === 'before';
  const fresh = orderOf({ id: number, body: {} });
  const order: Order = {
    ...fresh,
    number,
    customer: placing.customer,
    conversation: placing.conversation,
    status: waits ? 'awaiting-payment' : 'placed',
    placedAt: new Date(trade.now).toISOString(),
    eta: delivery?.latest ?? null,
    items: itemsOf(checkout),
    total: quote.total,
    quote,
    address: delivery?.pickUp == null ? draft.address : null,
    contact,
    shipping: shippingOf(checkout),
    payBy: way?.id ?? null,
    reserved: [...reserved],
    reservedUntil: waits ? payableUntil(trade.rules.payment, way.id, trade.now) : null,
    coupons: [...quote.acceptedCoupons],
    gift: draft.gift,
    notify: draft.notify,
  };
  return withChange(trade, order, { what: 'place' });
}

function itemsOf({ quote }: Checkout): Order['items'] {
  return quote.lines.map(({ sku, product, title, options, quantity, unit }) => {
    return { sku, product, title, options: { ...options }, quantity, price: { ...unit } };
  });
}

function shippingOf({ delivery }: Checkout): Order['shipping'] {
  if (delivery === null) return null;
  const { id, label, carrier, pickUp } = delivery;
  return { method: id, label, carrier, pickUp };
}

/** What was saved for later stays; of the draft stays which order came of it. */
function stageCleared(trade: Trade, customer: string, { checkout, order }: { checkout: Checkout; order: Order }): void {
  const { now, key } = trade;
  const emptied = { ...checkout.cart, lines: [], touched: null };
  trade.stage(cartWrite(emptied, { customer, revision: checkout.cartRevision, now }));
  const cleared = { ...emptyDraft, destination: checkout.draft.destination, placed: { key, order: order.id } };
  trade.stage(draftWrite(cleared, { customer, revision: checkout.revision, now }));
}

function planExpiry(trade: Trade, { id, reservedUntil }: Order): void {
  if (reservedUntil === null) return;
  trade.stage(planJob({ id: `expire-order:${id}`, name: 'expire-order', runAt: reservedUntil, data: { order: id } }));
}
