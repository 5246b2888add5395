import { describe, expect, it } from 'vitest';
import { type GuardParts, guarded } from '../../../src/assistant/guards/guarded.ts';
import { modelCallOf } from '../../../src/assistant/guards/model-call.ts';
import { modelUseOf } from '../../../src/assistant/guards/model-use.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createMemoryStore, type MemoryData } from '../../runtime/memory-store.ts';
import { answerOf, createFakeModel, type FakeModel, requestOf, somePrices } from './fake-model.ts';

const noon = Date.parse('2026-12-01T12:00:00Z');

function shopOf(changes: Partial<GuardParts> = {}) {
  const data: MemoryData = new Map();
  const clock = createManualClock(noon);
  const parts: GuardParts = {
    store: createMemoryStore(data),
    clock,
    log: silentLog,
    shop: { timeZone: 'UTC', country: 'US' },
    settings: {
      limits: { perCustomerDay: 5_000, perShopDay: null },
      prices: somePrices,
      withoutModeration: 'go-on',
    },
    moderation: null,
    ...changes,
  };
  const calls = () =>
    [...data].filter(([key]) => key.startsWith('model-call/')).map(([, stored]) => modelCallOf(stored));
  const used = () => modelUseOf(data.get('model-use/2026-12-01'));
  return { data, clock, parts, calls, used };
}

const step = (n: number, text: string) =>
  requestOf({ asker: { ...requestOf().asker, key: `k:${n}` }, messages: [{ from: 'shopper', text }] });

describe('all guards together', () => {
  it('keep no word of the shopper’s that tells who they are: in the ledger stands what was sent', async () => {
    const { parts, data, calls } = shopOf();
    await parts.store.commit([
      { kind: 'customer', id: 'anna', revision: 0, body: { name: 'Anna Nowak', email: 'anna@example.com' } },
    ]);
    const model = createFakeModel(() => answerOf('Dear ⟨name-1⟩'));
    const answer = await guarded(model, parts).ask(step(0, 'Anna here, 4111 1111 1111 1111, anna@example.com'));
    expect(answer.text).toBe('Dear Anna');
    const kept = JSON.stringify([...data].filter(([key]) => key.startsWith('model-')).map(([, { body }]) => body));
    expect(kept).not.toMatch(/Anna|4111|example/u);
    expect(calls()[0]?.request.messages).toEqual([{ from: 'shopper', text: '⟨name-1⟩ here, ⟨card-1⟩, ⟨email-1⟩' }]);
    expect(calls()[0]?.answer?.text).toBe('Dear ⟨name-1⟩');
  });

  it('pay once for a turn that is taken again, and give the words back', async () => {
    const { parts, used } = shopOf();
    const model = createFakeModel(() => answerOf('to ⟨email-1⟩'));
    const ask = () => guarded(model, parts).ask(step(0, 'a@b.example'));
    expect([(await ask()).text, (await ask()).text]).toEqual(['to a@b.example', 'to a@b.example']);
    expect([model.asked.length, used().calls]).toEqual([1, 1]);
  });

  it('tell the merchant of what was refused, and count nothing for it', async () => {
    const { parts, calls, used } = shopOf();
    const moderation = { check: async () => ({ flagged: 'hate' }) };
    const model = createFakeModel();
    await expect(guarded(model, { ...parts, moderation }).ask(step(0, 'x'))).rejects.toThrow(ModelError);
    expect(calls()).toMatchObject([{ error: 'MODEL_FLAGGED', model: null }]);
    expect(used().tokens).toBe(0);
  });

  it('use no budget while the model rests', async () => {
    const { parts, used, calls } = shopOf();
    const model = createFakeModel(() => Promise.reject(new ModelError('MODEL_KEY_REFUSED')));
    const shop = guarded(model, parts);
    for (let n = 0; n < 8; n += 1) await shop.ask(step(n, 'hi')).catch(() => undefined);
    expect(model.asked.length).toBe(5);
    expect(
      calls()
        .map(({ error }) => error)
        .toSorted(),
    ).toEqual([
      ...Array.from({ length: 5 }, () => 'MODEL_KEY_REFUSED'),
      ...Array.from({ length: 3 }, () => 'MODEL_RESTING'),
    ]);
    expect(used().tokens).toBe(0);
  });

  it('let the model rest after two shoppers in a row have waited in vain, and not after one', async () => {
    const { parts } = shopOf();
    const late = () => Promise.reject(new ModelError('MODEL_TIMEOUT'));
    // Nobody asks again for a shopper who waits no longer.
    const signal = AbortSignal.abort();
    const askedOf = async (name: string, model: FakeModel): Promise<number> => {
      const shop = guarded(model, parts);
      for (let n = 0; n < 4; n += 1) {
        await shop.ask({ ...step(n, `hi ${name}`), signal }).catch(() => undefined);
      }
      return model.asked.length;
    };
    expect(await askedOf('one', createFakeModel(late))).toBe(2);
    const stumbling = createFakeModel((_request, index) => (index % 2 === 0 ? late() : answerOf('hi')));
    expect(await askedOf('other', stumbling)).toBe(4);
  });

  it('do not rest because a budget is spent', async () => {
    const { parts, calls } = shopOf();
    const limits = { perCustomerDay: 0, perShopDay: null };
    const shop = guarded(createFakeModel(), { ...parts, settings: { ...parts.settings, limits } });
    for (let n = 0; n < 8; n += 1) await shop.ask(step(n, 'hi')).catch(() => undefined);
    expect(new Set(calls().map(({ error }) => error))).toEqual(new Set(['MODEL_BUDGET_SPENT']));
  });

  it('put tokens aside once for all attempts', async () => {
    const { parts, clock, used, calls } = shopOf();
    const model = createFakeModel((_request, index) =>
      index < 2 ? Promise.reject(new ModelError('MODEL_LIMITED', { retryAfterMs: 1_000 })) : answerOf('hi'),
    );
    const asking = guarded(model, parts).ask(step(0, 'hi'));
    for (let retry = 0; retry < 2; retry += 1) {
      await clock.untilWaiting();
      clock.advance(2_000);
    }
    expect((await asking).text).toBe('hi');
    expect(used()).toMatchObject({ tokens: 120, calls: 1 });
    expect(calls()[0]?.ms).toBe(4_000);
  });
});
