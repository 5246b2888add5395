import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/channel/rich-text.ts';
import { type Order, orderOf } from '../../../src/commerce/orders/order.ts';
import { reconcilePayments } from '../../../src/commerce/payment/reconcile.ts';
import { keepStoreMark } from '../../../src/commerce/payment/store-mark.ts';
import { createTranscript } from '../../../src/runtime/message-record.ts';
import { type Counter, offered, openCounter, openProcess, shopper } from './buying.ts';
import type { Death } from './crashing-store.ts';

const script = ['order', 'Yes, please', 'Yes, order it', 'pay demo'];

type Process = ReturnType<typeof openProcess>;

async function untilDead({ mortal }: Process): Promise<void> {
  while (!mortal.isDead()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Says it, and does what is due then; a process that dies in the middle just stops. */
async function live(process: Process, counter: Counter, step: number): Promise<void> {
  const content = await offered(counter.store, script[step] ?? '');
  const event = { id: `m${step}`, conversation: shopper, at: counter.clock.now(), content } as const;
  const living = process.runtime.handle(event).then(process.due).then(process.runtime.settled);
  await Promise.race([living.catch(() => undefined), untilDead(process)]);
}

/** The whole purchase, with one death in it; whoever comes after finds what is left. Gives how many commits the first life began. */
async function buy(counter: Counter, death: Death | null): Promise<number> {
  await keepStoreMark(counter.store);
  const first = openProcess(counter, death);
  let process = first;
  await process.runtime.start();
  for (let step = 0; step < script.length; step += 1) {
    await live(process, counter, step);
    if (!process.mortal.isDead()) continue;
    counter.clock.forward(60_000);
    process = openProcess(counter, null);
    await process.runtime.start();
    await process.runtime.settled();
    await process.due();
    // What was not acknowledged comes again.
    await live(process, counter, step);
  }
  counter.clock.forward(1_000);
  await process.due();
  await reconcilePayments(process.selling.parts, new Map());
  await process.due();
  await process.runtime.settled();
  await process.runtime.stop();
  expect(first.mortal.isDead()).toBe(death !== null);
  return first.mortal.commits();
}

async function ordersIn({ store }: Counter): Promise<readonly Order[]> {
  return (await store.find('order', {})).map(orderOf);
}

async function expectOneSale(counter: Counter): Promise<void> {
  const { store } = counter;
  const orders = await ordersIn(counter);
  expect(orders.map(({ status, total }) => ({ status, total: total?.amount }))).toEqual([
    { status: 'placed', total: 2_290 },
  ]);
  const [order] = orders;
  const paid = order?.payments.filter(({ state }) => state === 'paid').map(({ amount }) => amount.amount);
  expect({ paid, refunds: order?.refunds }).toEqual({ paid: [2_290], refunds: [] });
  expect(await store.count('demo-payment', { where: { paidAt: { above: 0 } } })).toBe(1);
  const product = await store.get('product', 'mug');
  expect(product?.body['variants']).toMatchObject([{ stock: 3 }]);
  expect(order?.reserved).toEqual([{ sku: 'mug', place: 'main', quantity: 2 }]);
  expect((await store.get('stock', 'mug'))?.body).toMatchObject({ places: { main: { onHand: 5, reserved: 2 } } });
  expect((await store.get('cart', shopper))?.body).toMatchObject({ lines: [] });
  expect(await store.count('job', { where: { name: 'news' } })).toBe(0);
  expect(await toldTimes(counter, `Your order number is ${order?.number}`)).toBe(1);
}

async function toldTimes({ store }: Counter, words: string): Promise<number> {
  const entries = await createTranscript(store).after(shopper, 0, 100);
  const told = entries.flatMap(({ outbound }) => outbound.map(({ text }) => plainText(text)));
  return told.filter((text) => text.includes(words)).length;
}

async function sell(death: Death | null): Promise<number> {
  const counter = await openCounter();
  try {
    const commits = await buy(counter, death);
    await expectOneSale(counter);
    return commits;
  } finally {
    await counter.close();
  }
}

describe('a purchase is made once and whole', async () => {
  const commits = await sell(null);
  const deaths = Array.from({ length: commits }, (_, commit) =>
    (['before', 'after'] as const).map((when) => ({ commit, when })),
  ).flat();

  it('in a life without a crash', () => {
    expect(commits).toBeGreaterThanOrEqual(6);
  });

  it.each(deaths)('when the process dies $when commit $commit is done', async (death) => {
    await sell(death);
  });
});
