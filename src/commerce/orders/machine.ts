import type { Refusal } from '../refusal.ts';
import type { Actor, Trade } from '../trade.ts';
import type { Order } from './order.ts';

export const orderStates = [
  'awaiting-payment',
  'placed',
  'packed',
  'shipped',
  'out-for-delivery',
  'delivered',
  'return-requested',
  'returned',
  'exchange-requested',
  'exchanged',
  'cancelled',
  'expired',
] as const;
export type OrderState = (typeof orderStates)[number];

export const orderEvents = [
  /** Everything that it costs has come. */
  'pay',
  /** Nothing came in time. */
  'expire',
  'cancel',
  /** Other items, another address or way to pay: what was packed has to be packed again. */
  'change',
  'pack',
  'ship',
  /** On the last stretch, today. */
  'bring-out',
  /** Nobody was there: it is on its way once more. */
  'try-again',
  /** Brought to the shopper, or fetched by them. */
  'deliver',
  /** The carrier could not bring it at all: the parcel is back at the shop. */
  'send-back',
  'ask-return',
  /** Something is back or refused; more is on its way. */
  'part-back',
  /** Nothing is on its way any more; the shopper keeps something. */
  'rest-kept',
  /** Everything is back. */
  'all-back',
  'ask-exchange',
  'refuse-exchange',
  'exchange',
] as const;
export type OrderEvent = (typeof orderEvents)[number];

/** Where an order begins: it waits for its money, or is to be paid later. */
export const firstStates: readonly OrderState[] = ['awaiting-payment', 'placed'];

/** Where an order may rest for ever. */
export const finalStates: readonly OrderState[] = ['delivered', 'returned', 'exchanged', 'cancelled', 'expired'];

/** State × event → state; what is not here cannot happen. */
export const orderTable: Readonly<Record<OrderState, Partial<Readonly<Record<OrderEvent, OrderState>>>>> = {
  'awaiting-payment': {
    pay: 'placed',
    expire: 'expired',
    cancel: 'cancelled',
    change: 'awaiting-payment',
  },
  placed: { change: 'placed', pack: 'packed', ship: 'shipped', cancel: 'cancelled' },
  packed: { change: 'placed', ship: 'shipped', deliver: 'delivered', cancel: 'cancelled' },
  shipped: { 'bring-out': 'out-for-delivery', deliver: 'delivered', 'send-back': 'returned' },
  'out-for-delivery': { 'try-again': 'shipped', deliver: 'delivered', 'send-back': 'returned' },
  delivered: { 'ask-return': 'return-requested', 'ask-exchange': 'exchange-requested' },
  'return-requested': {
    'ask-return': 'return-requested',
    'part-back': 'return-requested',
    'rest-kept': 'delivered',
    'all-back': 'returned',
  },
  'exchange-requested': { 'refuse-exchange': 'delivered', exchange: 'exchanged' },
  exchanged: { 'ask-return': 'return-requested', 'ask-exchange': 'exchange-requested' },
  returned: {},
  cancelled: {},
  // Its money came late, and its pieces could be kept once more.
  expired: { pay: 'placed' },
};

/** The state after it; `null`: it cannot happen now. A state of a shop's own (imported) takes no event. */
export function stateAfter(status: string, event: OrderEvent): OrderState | null {
  const known = orderStates.find((state) => state === status);
  return known === undefined ? null : (orderTable[known][event] ?? null);
}

type Acting = Pick<Trade, 'now' | 'by'>;

/** The order after the event, with a line in its history; nothing is staged. Refuses with `not-now` (details: status). */
export function stepOrder({ now, by }: Acting, order: Order, event: OrderEvent, why = ''): Order | Refusal {
  const status = stateAfter(order.status, event);
  if (status === null) return notNow(order);
  return withChange({ now, by }, { ...order, status }, { what: event, why });
}

export function notNow({ status }: Pick<Order, 'status'>): Refusal {
  return { refused: 'not-now', details: { status } };
}

/** The order with one more line in its history. */
export function withChange({ now, by }: Acting, order: Order, change: { what: string; why?: string }): Order {
  const line = { at: now, by: actorName(by), what: change.what, why: change.why ?? '' };
  return { ...order, history: [...order.history, line] };
}

/** As a history names them: `shopper`, `merchant`, or the system (`stripe`, `expiry`). */
function actorName(by: Actor): string {
  return by.who === 'system' ? by.what : by.who;
}
