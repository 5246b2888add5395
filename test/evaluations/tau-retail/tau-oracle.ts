import type { TauAddress, TauCall, TauData, TauOrder, TauProduct, TauUser } from './tau-data.ts';

/**
 * The domain's rules as its policy says them, and nothing of Parley: what a right call makes of the database, or the sentence of the policy
 * that forbids it. Amounts are cents.
 */
export interface OracleOrder {
  readonly id: string;
  readonly status:
    | 'pending'
    | 'pending (items modified)'
    | 'processed'
    | 'delivered'
    | 'cancelled'
    | 'return requested'
    | 'exchange requested';
  /** One each, also of what was bought twice. */
  readonly items: readonly { readonly item: string; readonly price: number }[];
  readonly address: TauAddress;
  /** Payment method → what was paid with it less what went back to it. */
  readonly money: Readonly<Record<string, number>>;
  /** The method it was paid with, or is by now. */
  readonly method: string;
  readonly back: null | {
    readonly items: readonly string[];
    readonly instead: readonly string[];
    readonly method: string;
    readonly difference: number;
  };
}

export interface OracleState {
  readonly orders: Readonly<Record<string, OracleOrder>>;
  readonly user: TauUser;
  /** Gift card → balance. */
  readonly cards: Readonly<Record<string, number>>;
  readonly products: readonly TauProduct[];
}

/** `because`: the policy's words for a no. */
export type Judged = { readonly state: OracleState } | { readonly because: Because };

export type Because =
  | 'only their own orders'
  | 'only when pending'
  | 'only when delivered'
  | 'not after its items were modified'
  | 'only one of two reasons'
  | 'a payment method of theirs'
  | 'a method different from the original'
  | 'enough balance on the gift card'
  | 'an available item'
  | 'of the same product'
  | 'of a different option'
  | 'items of the order'
  | 'the original method or a gift card';

export const cents = (amount: number) => Math.round(amount * 100);

export function oracleFor(data: TauData, user: TauUser): OracleState {
  const own = data.orders.filter((order) => order.user_id === user.user_id);
  const methods = Object.values(user.payment_methods);
  return {
    user,
    products: data.products,
    orders: Object.fromEntries(own.map((order) => [order.order_id, orderFrom(order)])),
    cards: Object.fromEntries(
      methods.flatMap(({ id, balance }) => (balance === undefined ? [] : [[id, cents(balance)]])),
    ),
  };
}

function orderFrom({ order_id, status, items, address, payment_history }: TauOrder): OracleOrder {
  let money: Readonly<Record<string, number>> = {};
  for (const { transaction_type, amount, payment_method_id } of payment_history)
    money = moved(money, payment_method_id, transaction_type === 'payment' ? cents(amount) : -cents(amount));
  const goods = items.map(({ item_id, price }) => ({ item: item_id, price: cents(price) }));
  const method = payment_history[0]?.payment_method_id ?? '';
  return { id: order_id, status, items: goods, address, money, method, back: null };
}

function moved(money: Readonly<Record<string, number>>, method: string, by: number): Readonly<Record<string, number>> {
  return { ...money, [method]: (money[method] ?? 0) + by };
}

export function judge(state: OracleState, call: TauCall): Judged {
  const order = state.orders[call.kwargs.order_id];
  if (order === undefined) return { because: 'only their own orders' };
  switch (call.name) {
    case 'cancel_pending_order':
      return pending(order) ?? cancelled(state, order, call.kwargs.reason);
    case 'modify_pending_order_address': {
      const { order_id: _, ...address } = call.kwargs;
      return pending(order) ?? { state: withOrder(state, { ...order, address }) };
    }
    case 'modify_pending_order_payment':
      return pending(order) ?? paidOtherwise(state, order, call.kwargs.payment_method_id);
    case 'modify_pending_order_items':
      return pending(order) ?? modified(state, order, call.kwargs);
    case 'exchange_delivered_order_items':
      return delivered(order) ?? exchanged(state, order, call.kwargs);
    case 'return_delivered_order_items':
      return delivered(order) ?? returned(state, order, call.kwargs);
  }
}

function pending({ status }: OracleOrder): Judged | null {
  if (status === 'pending (items modified)') return { because: 'not after its items were modified' };
  return status === 'pending' ? null : { because: 'only when pending' };
}

function delivered({ status }: OracleOrder): Judged | null {
  return status === 'delivered' ? null : { because: 'only when delivered' };
}

function withOrder(state: OracleState, order: OracleOrder): OracleState {
  return { ...state, orders: { ...state.orders, [order.id]: order } };
}

/** Money of an order moves; a gift card has it, or lacks it, at once. */
function withMoney(
  state: OracleState,
  order: OracleOrder,
  { method, by }: { method: string; by: number },
): OracleState {
  const cards = method in state.cards ? moved(state.cards, method, -by) : state.cards;
  return withOrder({ ...state, cards }, { ...order, money: moved(order.money, method, by) });
}

function cancelled(state: OracleState, order: OracleOrder, reason: string): Judged {
  if (!['no longer needed', 'ordered by mistake'].includes(reason)) return { because: 'only one of two reasons' };
  let after = withOrder(state, { ...order, status: 'cancelled' });
  for (const [method, paid] of Object.entries(order.money))
    after = withMoney(
      after,
      { ...order, status: 'cancelled', money: after.orders[order.id]?.money ?? {} },
      { method, by: -paid },
    );
  return { state: after };
}

function paidOtherwise(state: OracleState, order: OracleOrder, method: string): Judged {
  if (!(method in state.user.payment_methods)) return { because: 'a payment method of theirs' };
  if (method === order.method) return { because: 'a method different from the original' };
  const total = order.items.reduce((sum, { price }) => sum + price, 0);
  if (method in state.cards && (state.cards[method] ?? 0) < total)
    return { because: 'enough balance on the gift card' };
  const back = withMoney(state, { ...order, method }, { method: order.method, by: -total });
  const order_ = back.orders[order.id] ?? order;
  return { state: withMoney(back, order_, { method, by: total }) };
}

interface Swapping {
  readonly item_ids: readonly string[];
  readonly new_item_ids: readonly string[];
  readonly payment_method_id: string;
}

interface Swapped {
  readonly items: OracleOrder['items'];
  readonly difference: number;
}

function swap(
  state: OracleState,
  order: OracleOrder,
  { item_ids, new_item_ids, payment_method_id }: Swapping,
): Swapped | { because: Because } {
  if (!(payment_method_id in state.user.payment_methods)) return { because: 'a payment method of theirs' };
  const items = [...order.items];
  let difference = 0;
  for (const [at, old] of item_ids.entries()) {
    const index = items.findIndex(({ item }) => item === old);
    const before = items[index];
    if (before === undefined) return { because: 'items of the order' };
    const wanted = new_item_ids[at] ?? '';
    const own = state.products.find(({ variants }) => old in variants);
    const other = own?.variants[wanted];
    if (other === undefined) return { because: 'of the same product' };
    if (wanted === old) return { because: 'of a different option' };
    if (!other.available) return { because: 'an available item' };
    difference += cents(other.price) - before.price;
    items[index] = { item: wanted, price: cents(other.price) };
  }
  const card = state.cards[payment_method_id];
  if (card !== undefined && card < difference) return { because: 'enough balance on the gift card' };
  return { items, difference };
}

function modified(state: OracleState, order: OracleOrder, call: Swapping): Judged {
  const swapped = swap(state, order, call);
  if ('because' in swapped) return swapped;
  const after = { ...order, items: swapped.items, status: 'pending (items modified)' as const };
  return { state: withMoney(state, after, { method: call.payment_method_id, by: swapped.difference }) };
}

/** Nothing is paid before the goods have come; what it comes to, and by what, is noted. */
function exchanged(state: OracleState, order: OracleOrder, call: Swapping): Judged {
  const swapped = swap(state, order, call);
  if ('because' in swapped) return swapped;
  const back = {
    items: [...call.item_ids].sort(),
    instead: [...call.new_item_ids].sort(),
    method: call.payment_method_id,
    difference: swapped.difference,
  };
  return { state: withOrder(state, { ...order, status: 'exchange requested', back }) };
}

function returned(
  state: OracleState,
  order: OracleOrder,
  { item_ids, payment_method_id: method }: Omit<Swapping, 'new_item_ids'>,
): Judged {
  if (!(method in state.user.payment_methods)) return { because: 'a payment method of theirs' };
  if (method !== order.method && !(method in state.cards)) return { because: 'the original method or a gift card' };
  const left = order.items.map(({ item }) => item);
  let refund = 0;
  for (const item of item_ids) {
    const index = left.indexOf(item);
    if (index < 0) return { because: 'items of the order' };
    left.splice(index, 1);
    refund += order.items.find((one) => one.item === item)?.price ?? 0;
  }
  const back = { items: [...item_ids].sort(), instead: [], method, difference: -refund };
  return { state: withOrder(state, { ...order, status: 'return requested', back }) };
}
