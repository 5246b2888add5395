import { expect, it } from 'vitest';
import { type GuardParts, guarded } from '../../../src/assistant/guards/guarded.ts';
import { modelUseOf } from '../../../src/assistant/guards/model-use.ts';
import { callsOf } from '../../../src/cli/assistant-calls.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import type { Store } from '../../../src/storage/store.ts';
import { createManualClock } from '../../manual-clock.ts';
import { describeOnStores } from '../../runtime/stores.ts';
import { createFakeModel, requestOf, somePrices } from './fake-model.ts';

const clock = createManualClock(Date.parse('2026-12-01T12:00:00Z'));

const partsFor = (store: Store, perCustomerDay: number | null): GuardParts => ({
  store,
  clock,
  log: silentLog,
  shop: { timeZone: 'UTC', country: 'US' },
  settings: { limits: { perCustomerDay, perShopDay: null }, prices: somePrices, withoutModeration: 'go-on' },
  moderation: null,
});

const asked = (key: string) => requestOf({ asker: { ...requestOf().asker, key } });

await describeOnStores('guards of several processes', (place) => {
  it('lose no count of what they use at the same moment', { timeout: 60_000 }, async () => {
    const open = place.fresh();
    const stores = [await open(), await open(), await open()];
    const shops = stores.map((store) => guarded(createFakeModel(), partsFor(store, null)));
    const calls = Array.from({ length: 60 }, (_, index) => shops[index % 3]?.ask(asked(`k:${index}`)));
    await Promise.all(calls);
    const [store] = stores;
    const found = (await store?.getMany('model-use', ['2026-12-01', '2026-12-01/anna'])) ?? [];
    expect(found.map(modelUseOf)).toMatchObject(
      Array.from({ length: 2 }, () => ({ calls: 60, tokens: 60 * 120, micros: 60 * 300 })),
    );
  });

  it('hold a customer’s limit together', { timeout: 60_000 }, async () => {
    const open = place.fresh();
    const stores = [await open(), await open()];
    const shops = stores.map((store) => guarded(createFakeModel(), partsFor(store, 1_000)));
    const calls = Array.from({ length: 30 }, (_, index) => shops[index % 2]?.ask(asked(`k:${index}`)));
    const outcomes = await Promise.allSettled(calls);
    const answered = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThanOrEqual(8);
  });

  it('answer a turn that is taken again out of the ledger, and list it once', async () => {
    const open = place.fresh();
    const stores = [await open(), await open()];
    const model = createFakeModel();
    for (const store of stores) await guarded(model, partsFor(store, null)).ask(asked('k:0'));
    expect(model.asked.length).toBe(1);
    const [store] = stores;
    const kept = store ? await callsOf(store, { conversation: 'webchat:shop:anna', last: 10 }) : [];
    expect(kept).toMatchObject([{ call: { answer: { text: 'Hello' }, micros: 300 } }]);
  });
});
