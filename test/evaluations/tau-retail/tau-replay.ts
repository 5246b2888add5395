import { isDeepStrictEqual } from 'node:util';
import { type Order, orderOf } from '../../../src/commerce/orders/order.ts';
import { type WalletWay, walletOf } from '../../../src/commerce/orders/wallet.ts';
import type { Outcome } from '../../../src/dialog/event.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { MemoryData } from '../../runtime/memory-store.ts';
import type { TauCall, TauData, TauTask } from './tau-data.ts';
import { type Because, judge, type OracleOrder, type OracleState, oracleFor } from './tau-oracle.ts';
import { addressFrom, type TauShopper, tauShopper } from './tau-shop.ts';

export interface Replayed {
  readonly task: string;
  readonly calls: number;
  /** `equal`: the same final state. `refused`: the same, and some call was refused for the reason that the policy gives. */
  readonly verdict: 'equal' | 'refused' | 'different';
  /** What the policy said no to. */
  readonly because: readonly Because[];
  /** What is not as it should be. */
  readonly differences: readonly string[];
}

/** Parley's words for what the policy says. */
const wordsFor: Readonly<Record<Because, readonly string[]>> = {
  'only their own orders': ['not-found'],
  'only when pending': ['not-now'],
  'only when delivered': ['not-now', 'once-only'],
  'not after its items were modified': ['once-only'],
  'only one of two reasons': ['bad-reason'],
  'a payment method of theirs': ['not-a-way-to-pay'],
  'a method different from the original': ['nothing-to-do'],
  'enough balance on the gift card': ['not-enough'],
  'an available item': ['out-of-stock'],
  'of the same product': ['same-product-only', 'not-found'],
  'of a different option': ['nothing-to-do'],
  'items of the order': ['not-in-order', 'too-many'],
  'the original method or a gift card': ['not-allowed', 'not-a-way-to-pay'],
};

/** A task's right calls as its user's, on a database of its own; what they leave behind is held against the policy. `does`: which of the calls are made. */
export async function replay(
  data: TauData,
  documents: MemoryData,
  task: TauTask,
  does: (call: TauCall) => boolean = () => true,
): Promise<Replayed> {
  const user = data.users.find(({ user_id }) => user_id === task.user_id);
  if (user === undefined) throw new Error(`nobody is ${task.user_id}`);
  const shopper = tauShopper(documents, task.user_id);
  let state = oracleFor(data, user);
  const because: Because[] = [];
  const differences: string[] = [];
  for (const call of task.actions) {
    const judged = judge(state, call);
    if ('state' in judged) state = judged.state;
    else because.push(judged.because);
    if (!does(call)) continue;
    const outcome = await shopper.does(...asAction(call));
    differences.push(...disagreement(call, outcome, 'because' in judged ? judged.because : null));
  }
  differences.push(...(await stateDifferences(shopper, state)));
  const verdict = differences.length > 0 ? 'different' : because.length > 0 ? 'refused' : 'equal';
  return { task: task.id, calls: task.actions.length, verdict, because, differences };
}

function asAction(call: TauCall): [string, JsonObject] {
  const order = call.kwargs.order_id;
  switch (call.name) {
    case 'cancel_pending_order':
      return ['orders.cancel', { order, reason: call.kwargs.reason }];
    case 'modify_pending_order_address': {
      const { address1, address2, city, state: region, zip: postcode, country } = call.kwargs;
      return [
        'orders.change-address',
        { order, address: { lines: [address1, address2], city, region, postcode, country } },
      ];
    }
    case 'modify_pending_order_payment':
      return ['orders.change-payment', { order, pay_by: call.kwargs.payment_method_id }];
    case 'modify_pending_order_items':
      return ['orders.change-items', { order, items: swapsIn(call.kwargs), pay_by: call.kwargs.payment_method_id }];
    case 'exchange_delivered_order_items':
      return ['orders.exchange', { order, items: swapsIn(call.kwargs), pay_by: call.kwargs.payment_method_id }];
    case 'return_delivered_order_items':
      return [
        'orders.return',
        { order, items: piecesIn(call.kwargs.item_ids), refund_to: call.kwargs.payment_method_id },
      ];
  }
}

function swapsIn({ item_ids, new_item_ids }: { item_ids: readonly string[]; new_item_ids: readonly string[] }) {
  const pairs = item_ids.map((sku, at) => ({ sku, instead: new_item_ids[at] ?? '' }));
  return pairs.map((pair) => ({ ...pair, quantity: 1 }));
}

function piecesIn(skus: readonly string[]) {
  return [...new Set(skus)].map((sku) => ({ sku, quantity: skus.filter((one) => one === sku).length }));
}

function disagreement({ name }: TauCall, outcome: Outcome, because: Because | null): readonly string[] {
  if (outcome.result === 'failed') return [`${name} failed with ${outcome.code}`];
  const refused = outcome.result === 'refused' ? outcome.reason : null;
  if (because === null) return refused === null ? [] : [`${name} was refused: ${refused}`];
  const fits = refused !== null && wordsFor[because].includes(refused);
  return fits ? [] : [`${name}: "${because}" was ${refused === null ? 'done' : `refused as ${refused}`}`];
}

async function stateDifferences({ store }: TauShopper, state: OracleState): Promise<readonly string[]> {
  const differences: string[] = [];
  const compare = (what: string, got: unknown, right: unknown) => {
    if (!isDeepStrictEqual(got, right))
      differences.push(`${what}: ${JSON.stringify(got)} is not ${JSON.stringify(right)}`);
  };
  for (const [id, right] of Object.entries(state.orders)) {
    const stored = await store.get('order', id.slice(1));
    if (stored !== null) compare(id, orderSeen(orderOf(stored)), orderRight(right));
    else differences.push(`${id} is gone`);
  }
  const customer = await store.get('customer', state.user.user_id);
  const cards = walletOf(customer?.body ?? null).filter(({ kind }: WalletWay) => kind === 'gift-card');
  compare('cards', Object.fromEntries(cards.map(({ id, balance }) => [id, balance?.amount])), state.cards);
  return differences;
}

const stateNames: Readonly<Record<OracleOrder['status'], string>> = {
  pending: 'placed',
  'pending (items modified)': 'placed',
  processed: 'packed',
  delivered: 'delivered',
  cancelled: 'cancelled',
  'return requested': 'return-requested',
  'exchange requested': 'exchange-requested',
};

function orderRight({ status, items, address, money, back }: OracleOrder) {
  return {
    status: stateNames[status],
    items: items.map(({ item, price }) => `${item} ${price}`).sort(),
    address: addressFrom(address),
    money: Object.entries(money)
      .filter(([, amount]) => amount !== 0)
      .sort(byName),
    back,
  };
}

function orderSeen({ status, items, address, payments, refunds, returns }: Order) {
  const money = new Map<string, number>();
  const move = (method: string, by: number) => money.set(method, (money.get(method) ?? 0) + by);
  for (const { reference, amount, state } of payments)
    if (state === 'paid' || state === 'open') move(reference, amount.amount);
  for (const { to, amount } of refunds) move(to, -amount.amount);
  return {
    status,
    items: items
      .flatMap(({ sku, price, quantity }) => Array.from({ length: quantity }, () => `${sku} ${price?.amount}`))
      .sort(),
    address,
    money: [...money].filter(([, amount]) => amount !== 0).sort(byName),
    back: backSeen(returns),
  };
}

function backSeen([back]: Order['returns']): OracleOrder['back'] {
  if (back === undefined) return null;
  const skus = (lines: readonly { sku: string | null; quantity: number }[]) =>
    lines.flatMap(({ sku, quantity }) => Array.from({ length: quantity }, () => sku ?? '')).sort();
  return { items: skus(back.items), instead: skus(back.instead), method: back.to, difference: 0 - back.refund.amount };
}

function byName([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return one < other ? -1 : 1;
}
