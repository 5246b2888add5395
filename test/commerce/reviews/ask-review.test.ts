import { describe, expect, it } from 'vitest';
import { createAskReview } from '../../../src/commerce/reviews/ask-review.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import { usd } from '../../catalog/shelf.ts';
import { createMemoryStore } from '../../runtime/memory-store.ts';
import { noon } from '../dynamic-pricing/pricing-shop.ts';

const order: JsonObject = {
  customer: 'ada',
  conversation: 'webchat:shop:ada',
  status: 'delivered',
  notify: true,
  items: [
    { title: 'Mug', product: 'mug', sku: 'mug-0', price: { ...usd(900) } },
    { title: 'Coat', product: 'coat', sku: 'coat-m', price: { ...usd(19_900) } },
  ],
};
const job = { id: 'ask-review:1', name: 'ask-review', runAt: noon, data: { order: '1' } } as const;

async function asked(given: JsonObject = {}, reviewed: readonly string[] = []) {
  const store = createMemoryStore(new Map());
  await store.commit([{ kind: 'order', id: '1', revision: 0, body: { ...order, ...given } }]);
  for (const id of reviewed) await store.commit([{ kind: 'review', id, revision: 0, body: {} }]);
  const ask = createAskReview({ store, clock: { now: () => noon } });
  await ask(job);
  await ask(job);
  return (await store.find('job', {})).map(({ id, body }) => ({ id, data: body['data'] }));
}

const back = (sku: string, state: string): JsonObject => ({
  returns: [
    { id: 'r', kind: 'return', items: [{ sku, quantity: 1 }], state, refund: { ...usd(0) }, to: 'x', why: '', at: 1 },
  ],
});

describe('a review', () => {
  it('is asked for once, about the dearest thing of the order', async () => {
    expect(await asked()).toMatchObject([
      {
        id: 'news:review-ask:1',
        data: { conversation: 'webchat:shop:ada', news: 'review-ask', slots: { order: '1', product: 'coat' } },
      },
    ]);
  });

  it('is not asked about what goes back', async () => {
    expect(await asked(back('coat-m', 'requested'))).toMatchObject([{ data: { slots: { product: 'mug' } } }]);
    expect(await asked(back('coat-m', 'refused'))).toMatchObject([{ data: { slots: { product: 'coat' } } }]);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ['has been given already', {}, ['1/mug']],
    ['nobody wants to be told', { notify: false }, []],
    ['it has not arrived', { status: 'shipped' }, []],
    ['it has gone back', { status: 'returned' }, []],
    ['there is no conversation', { conversation: null }, []],
    ['nothing in it is known', { items: [{ title: 'Old' }] }, []],
  ])('is not asked for when %s', async (_why, given, reviewed) => {
    expect(await asked(given, reviewed)).toEqual([]);
  });
});
