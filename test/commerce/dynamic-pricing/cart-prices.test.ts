import { describe, expect, it } from 'vitest';
import type { ActionContext } from '../../../src/actions/action.ts';
import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { conversationId } from '../../../src/channel/ids.ts';
import { shopperCatalog } from '../../../src/commerce/dynamic-pricing/shopper-catalog.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import { createStaging } from '../../../src/storage/staging.ts';
import { aProduct, usd } from '../../catalog/shelf.ts';
import { facts, hourMs, movingPrice, noon, type PricingShop, pricingShop, rulesFrom } from './pricing-shop.ts';

const registry = createActionRegistry(allActions);
const rules = rulesFrom({ dynamic: { on: true, hold_hours: 2 } });

/** One action as the runtime runs it, with its commit. */
async function act({ store, catalog }: PricingShop, action: string, { now, ...input }: JsonObject & { now: number }) {
  const { reader, stage, writes } = createStaging(store, []);
  const context: Omit<ActionContext, 'catalog'> = {
    conversation: conversationId({ channel: 'webchat', account: 'shop', peer: 'ada' }),
    customer: 'ada',
    key: `ada:${now}:0`,
    now,
    locale: 'en',
    shop: facts,
    by: { who: 'shopper', customer: 'ada' },
    rules,
    payments: new Map(),
    carriers: new Map(),
    store: reader,
    stage,
  };
  const outcome = await registry.run(action, input, { ...context, catalog: shopperCatalog(catalog, context) });
  if (writes().length > 0) expect(await store.commit(writes())).toBe('committed');
  if (outcome.result !== 'returned') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

describe('a cart with a price that moves', () => {
  it('keeps the price while it is held, and tells the new one when it is not any more', async () => {
    const shop = await pricingShop([aProduct('mug', { price: 10_000 })]);
    expect(await act(shop, 'catalog.product', { id: 'mug', now: noon })).toMatchObject({ price: usd(10_000) });
    const steps = [{ amount: 10_000, until: noon + hourMs }];
    await shop.write('price', 'mug-0', movingPrice({ price: usd(11_000), steps, at: noon + hourMs }));
    const added = await act(shop, 'cart.add', { product: 'mug', quantity: 2, now: noon + 1.2 * hourMs });
    expect(added).toMatchObject({ total: usd(20_000), changed: [] });
    expect(await act(shop, 'cart.show', { now: noon + 1.9 * hourMs })).toMatchObject({
      total: usd(20_000),
      changed: [],
    });
    expect(await act(shop, 'cart.show', { now: noon + 3 * hourMs })).toMatchObject({
      total: usd(22_000),
      changed: [{ id: 'mug-0', was: usd(10_000), price: usd(11_000) }],
    });
  });

  it('has the lower price at once, and tells that too', async () => {
    const shop = await pricingShop([aProduct('mug', { price: 10_000 })]);
    await act(shop, 'cart.add', { product: 'mug', now: noon });
    const steps = [{ amount: 10_000, until: noon + hourMs }];
    await shop.write('price', 'mug-0', movingPrice({ price: usd(9_000), steps, at: noon + hourMs }));
    expect(await act(shop, 'cart.show', { now: noon + 1.5 * hourMs })).toMatchObject({
      total: usd(9_000),
      changed: [{ was: usd(10_000), price: usd(9_000) }],
    });
  });
});
