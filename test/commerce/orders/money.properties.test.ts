import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPayment } from '../../../src/commerce/orders/apply-payment.ts';
import { cancelOrder } from '../../../src/commerce/orders/cancel-order.ts';
import { changeAddress } from '../../../src/commerce/orders/change-address.ts';
import { changeItems } from '../../../src/commerce/orders/change-items.ts';
import { changePayment } from '../../../src/commerce/orders/change-payment.ts';
import { exchangeItems } from '../../../src/commerce/orders/exchange-items.ts';
import { expireOrder } from '../../../src/commerce/orders/expire-order.ts';
import { ledgerOf } from '../../../src/commerce/orders/ledger.ts';
import type { Order } from '../../../src/commerce/orders/order.ts';
import { keptPieces } from '../../../src/commerce/orders/pieces.ts';
import { receiveReturn } from '../../../src/commerce/orders/receive-return.ts';
import { refundOrder } from '../../../src/commerce/orders/refund-order.ts';
import { returnItems } from '../../../src/commerce/orders/return-items.ts';
import { isRefusal, type Refusal } from '../../../src/commerce/refusal.ts';
import { deliverOrder, sendOff } from '../../../src/commerce/shipping/ship-order.ts';
import { merchant, type OrderShop, openOrderShop, paid, shopper, usd } from './order-shop.ts';

/** One thing that happens, and by how much what the shopper keeps gains or loses by it; kept by the test, not read from the order. */
type Step = (shop: OrderShop, id: string) => Promise<number | 'nothing' | Refusal>;

const sku = fc.constantFrom('coat-s', 'coat-m', 'mug');
const way = fc.constantFrom(null, 'original', 'gift-1', 'card-1');

const steps: Readonly<Record<string, fc.Arbitrary<Step>>> = {
  pay: fc.record({ share: fc.integer({ min: 1, max: 150 }), reference: fc.constantFrom('p-1', 'p-2', 'p-3') }).map(
    ({ share, reference }): Step =>
      async (shop, id) => {
        const order = await shop.order(id);
        const amount = Math.ceil(((order.total?.amount ?? 0) * share) / 100) + 1;
        const before = order.status;
        const applied = await shop.trade(merchant, (trade) => applyPayment(trade, paid(order, amount, reference)));
        if (isRefusal(applied)) return applied;
        // Money in time for pieces that are still there: what had expired is worth its total again.
        return before === 'expired' && applied.order.status === 'placed' ? (applied.order.total?.amount ?? 0) : 0;
      },
  ),
  payRest: fc.constant(async (shop, id) => {
    const order = await shop.order(id);
    const owed = ledgerOf(order)?.owed ?? 0;
    if (owed === 0 || ['cancelled', 'expired'].includes(order.status)) return 'nothing';
    const notice = paid(order, owed, `rest-${order.payments.length}`);
    const applied = await shop.trade(merchant, (trade) => applyPayment(trade, notice));
    return isRefusal(applied) ? applied : 0;
  }),
  cancel: fc.constant(async (shop, id) => {
    const worth = worthOf(await shop.order(id));
    const done = await shop.trade(shopper, (trade) => cancelOrder(trade, { order: id, reason: null }));
    return isRefusal(done) ? done : -worth;
  }),
  expire: fc.constant(async (shop, id) => {
    shop.clock.at += 2 * 3_600_000;
    const worth = worthOf(await shop.order(id));
    const done = await shop.trade(merchant, (trade) => expireOrder(trade, { order: id }));
    return isRefusal(done) ? done : -worth;
  }),
  changeItems: fc
    .record({ sku, instead: sku, quantity: fc.integer({ min: 0, max: 4 }), swap: fc.boolean(), payBy: way })
    .map(
      ({ sku: from, instead, quantity, swap, payBy }): Step =>
        async (shop, id) => {
          const items = [swap ? { sku: from, instead } : { sku: from, quantity }];
          const done = await shop.trade(shopper, (trade) => changeItems(trade, { order: id, items, payBy }));
          return isRefusal(done) ? done : done.difference.amount;
        },
    ),
  changeAddress: fc.constantFrom('IL', 'NY').map(
    (region): Step =>
      async (shop, id) => {
        const address = {
          name: null,
          lines: ['1 Elm St'],
          postcode: region === 'NY' ? '10001' : '62704',
          city: 'X',
          region,
          country: 'US',
        };
        const done = await shop.trade(shopper, (trade) => changeAddress(trade, { order: id, address }));
        return isRefusal(done) ? done : done.difference.amount;
      },
  ),
  changePayment: fc.constantFrom('gift-1', 'card-1').map(
    (payBy): Step =>
      async (shop, id) => {
        const done = await shop.trade(shopper, (trade) => changePayment(trade, { order: id, payBy }));
        return isRefusal(done) ? done : 0;
      },
  ),
  deliver: fc.constant(async (shop, id) => {
    const shipment = { carrier: 'UPS', tracking: '1', trackingUrl: null, labelUrl: null };
    const sent = await shop.trade(merchant, (trade) => sendOff(trade, { order: id, shipment, via: 'manual' }));
    const there = await shop.trade(merchant, (trade) => deliverOrder(trade, id));
    return isRefusal(there) ? (isRefusal(sent) ? sent : 0) : 0;
  }),
  giveBack: fc
    .record({
      sku: fc.constantFrom('all', 'all', 'all', 'coat-s', 'coat-m', 'mug'),
      to: fc.constantFrom(null, 'original', 'gift-1', 'card-1'),
    })
    .map(
      ({ sku: what, to }): Step =>
        async (shop, id) => {
          const kept = [...keptPieces(await shop.order(id))].filter(([, quantity]) => quantity > 0);
          const all = kept.map(([own, quantity]) => ({ sku: own, quantity }));
          const items = what === 'all' ? all : [{ sku: what, quantity: 1 }];
          const done = await shop.trade(shopper, (trade) => returnItems(trade, { order: id, items, why: '', to }));
          return isRefusal(done)
            ? done
            : shop.rules.orders.return.refund_when === 'requested'
              ? -done.refund.amount
              : 0;
        },
    ),
  exchange: fc
    .record({ pair: fc.constantFrom(['coat-s', 'coat-m'], ['coat-m', 'coat-s'], ['coat-s', 'mug']), payBy: way })
    .map(
      ({ pair: [from = '', instead = ''], payBy }): Step =>
        async (shop, id) => {
          const items = [{ sku: from, instead, quantity: 1 }];
          const done = await shop.trade(shopper, (trade) => exchangeItems(trade, { order: id, items, payBy, why: '' }));
          return isRefusal(done) ? done : 0;
        },
    ),
  receive: fc.constantFrom('received' as const, 'received' as const, 'refused' as const).map(
    (as): Step =>
      async (shop, id) => {
        const before = (await shop.order(id)).returns.find(({ state }) => state === 'requested');
        const received = { order: id, back: null, as, why: '', restock: true };
        const done = await shop.trade(merchant, (trade) => receiveReturn(trade, received));
        if (isRefusal(done)) return done;
        const refund = done.returns.find((one) => one.id === before?.id)?.refund.amount ?? 0;
        return as === 'refused' || before?.granted ? 0 : -refund;
      },
  ),
  refund: fc.integer({ min: 1, max: 3_000 }).map(
    (amount): Step =>
      async (shop, id) => {
        const done = await shop.trade(merchant, (trade) =>
          refundOrder(trade, { order: id, amount: usd(amount), why: '' }),
        );
        return isRefusal(done) ? done : -amount;
      },
  ),
};

function worthOf(order: Order): number {
  return ledgerOf(order)?.worth ?? 0;
}

const settings = fc.record({
  once: fc.boolean(),
  when: fc.constantFrom('requested', 'received'),
  fee: fc.constantFrom(null, 3.5),
  shipping: fc.boolean(),
  included: fc.boolean(),
});

interface Named {
  readonly name: string;
  readonly does: Step;
}

function among(names: readonly (keyof typeof steps)[], most: number): fc.Arbitrary<readonly Named[]> {
  const own = names.map((name) => (steps[name] ?? fc.constant(nothing)).map((does) => ({ name, does })));
  return fc.array(fc.oneof(...own), { maxLength: most });
}

const nothing: Step = async () => 'nothing';

const named = (name: keyof typeof steps) => (steps[name] ?? fc.constant(nothing)).map((does) => [{ name, does }]);
const none = fc.constant<readonly Named[]>([]);

/** Most runs get to the door and back; what comes too early or too late is tried as well. */
const story = fc
  .tuple(
    among(['pay', 'changeItems', 'changeItems', 'changeAddress', 'changePayment', 'refund'], 3),
    fc.oneof(
      { weight: 5, arbitrary: none },
      { weight: 2, arbitrary: named('expire') },
      { weight: 1, arbitrary: named('cancel') },
    ),
    fc.oneof({ weight: 6, arbitrary: named('payRest') }, { weight: 1, arbitrary: named('pay') }),
    fc.oneof({ weight: 8, arbitrary: named('deliver') }, { weight: 1, arbitrary: none }),
    fc.oneof(
      { weight: 2, arbitrary: named('giveBack') },
      { weight: 2, arbitrary: named('exchange') },
      { weight: 1, arbitrary: none },
    ),
    fc.oneof(named('receive'), none),
    among(['giveBack', 'exchange', 'receive', 'receive', 'receive', 'refund', 'payRest', 'cancel', 'changeItems'], 6),
  )
  .map((parts): readonly Named[] => parts.flat());

const run = fc.record({
  settings,
  items: fc.record({ 'coat-s': fc.integer({ min: 1, max: 3 }), mug: fc.integer({ min: 0, max: 3 }) }),
  coupon: fc.boolean(),
  steps: story,
});

it('money adds up in every order of operations, nothing is paid back twice, and history only grows', async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(run, async ({ settings: chosen, items, coupon, steps: todo }) => {
      const shop = await openOrderShop({
        orders: {
          change: { difference_to: ['original', 'gift-card', 'on-file'] },
          return: {
            refund_to: ['original', 'gift-card'],
            refund_when: chosen.when,
            fee: chosen.fee,
            refunds_shipping: chosen.shipping,
          },
          exchange: { once: chosen.once, difference_to: ['original', 'on-file'] },
        },
        coupons: { coupons: [{ code: 'TEN', label: 'Ten', percent: 10 }] },
        tax: {
          prices_include_tax: chosen.included,
          rates: [
            { label: 'NY', percent: 8.875, countries: ['US'], regions: ['NY'] },
            { label: 'Tax', percent: 6.25, countries: ['US'] },
          ],
        },
      });
      const placed = await shop.place({ items, coupons: coupon ? ['TEN'] : [] });
      const cardAtFirst = await shop.balance();
      let value = placed.total?.amount ?? 0;
      let before = placed;
      for (const { name, does } of todo) {
        const outcome = await does(shop, placed.id);
        const after = await shop.order(placed.id);
        if (typeof outcome === 'number') {
          value += outcome;
          reached.set(name, (reached.get(name) ?? 0) + 1);
        } else expect(after.history).toEqual(before.history);
        await holds(shop, { before, after, value, cardAtFirst });
        before = after;
      }
      reached.set(before.status, (reached.get(before.status) ?? 0) + 1);
    }),
    { numRuns: 200 },
  );
  reached.set('back', (reached.get('returned') ?? 0) + (reached.get('exchanged') ?? 0));
  const rare = [...Object.keys(steps), 'back', 'expired', 'cancelled', 'delivered'];
  expect(rare.filter((name) => (reached.get(name) ?? 0) < 2)).toEqual([]);
});

interface Seen {
  readonly before: Order;
  readonly after: Order;
  readonly value: number;
  readonly cardAtFirst: number;
}

async function holds(shop: OrderShop, { before, after, value, cardAtFirst }: Seen): Promise<void> {
  const ledger = ledgerOf(after);
  if (ledger === null) throw new Error('the total is known');
  const { paid: came, refunded: went, owed } = ledger;
  // What was given as a favour may be more than what is left of the order costs.
  const keeps = Math.max(0, value);
  expect(came - went).toBe(keeps - owed);
  expect(Math.min(keeps, owed, came, went, came - went)).toBeGreaterThanOrEqual(0);
  expect(after.history.slice(0, before.history.length)).toEqual(before.history);
  expect(after.refunds.every(({ amount }) => amount.amount > 0)).toBe(true);
  if (after.quote !== null) expect(after.quote.total).toEqual(after.total);
  const onCard = (paidThere: number, { amount }: { amount: { amount: number } }) => paidThere + amount.amount;
  const spent = after.payments.filter(({ reference }) => reference === 'gift-1').reduce(onCard, 0);
  const back = after.refunds.filter(({ to }) => to === 'gift-1').reduce(onCard, 0);
  expect(await shop.balance()).toBe(cardAtFirst - spent + back);
  for (const sku of ['coat-s', 'coat-m', 'mug']) {
    const kept = after.reserved.filter((one) => one.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(await shop.reserved(sku)).toBe(kept);
  }
}
