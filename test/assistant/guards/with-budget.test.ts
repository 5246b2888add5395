import { describe, expect, it } from 'vitest';
import { modelUseOf } from '../../../src/assistant/guards/model-use.ts';
import { type BudgetParts, withBudget } from '../../../src/assistant/guards/with-budget.ts';
import type { ModelRequest } from '../../../src/assistant/language-model.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createMemoryStore, type Fault, type MemoryData } from '../../runtime/memory-store.ts';
import { answerOf, createFakeModel, requestOf, somePrices } from './fake-model.ts';

const noon = Date.parse('2026-12-01T12:00:00Z');

function shopOf(changes: Partial<BudgetParts> = {}, fault: () => Fault = () => 'none') {
  const data: MemoryData = new Map();
  const clock = createManualClock(noon);
  const logged: string[] = [];
  const log = { ...silentLog, warn: (code: string) => logged.push(code), error: (code: string) => logged.push(code) };
  const limits = { perCustomerDay: 1_000, perShopDay: 10_000 };
  const parts = (): BudgetParts => ({
    store: createMemoryStore(data, { yields: async () => {}, fault }),
    clock,
    log,
    timeZone: 'UTC',
    limits,
    prices: somePrices,
    ...changes,
  });
  const used = (id: string) => modelUseOf(data.get(`model-use/${id}`));
  return { data, clock, logged, parts, used };
}

const by = (customer: string, changes: Partial<ModelRequest> = {}): ModelRequest =>
  requestOf({ asker: { customer, conversation: `webchat:shop:${customer}`, key: 'k' }, ...changes });

describe('what a call used', () => {
  it('is counted for its customer and the shop, with its cost', async () => {
    const { parts, used } = shopOf();
    const guarded = withBudget(createFakeModel(), parts());
    await guarded.ask(by('anna'));
    await guarded.ask(by('bert'));
    const once = {
      tokens: 120,
      calls: 1,
      input: 100,
      cached: 40,
      output: 20,
      micros: 60 * 2 + 40 * 0.5 + 20 * 8,
      unpriced: 0,
    };
    expect(used('2026-12-01/anna')).toEqual(once);
    expect(used('2026-12-01')).toMatchObject({ tokens: 240, calls: 2, micros: 600 });
  });

  it('is put aside before the model is asked', async () => {
    const { parts, used } = shopOf();
    let meanwhile = 0;
    const model = createFakeModel(() => {
      meanwhile = used('2026-12-01/anna').tokens;
      return answerOf('hi');
    });
    await withBudget(model, parts()).ask(by('anna', { mostTokens: 300 }));
    expect(meanwhile).toBeGreaterThan(300);
    expect(used('2026-12-01/anna').tokens).toBe(120);
  });

  it('is counted unpriced where nobody said what the model costs', async () => {
    const { parts, used } = shopOf();
    await withBudget(
      createFakeModel(() => answerOf('hi', { model: 'other' })),
      parts(),
    ).ask(by('anna'));
    expect(used('2026-12-01')).toMatchObject({ micros: 0, unpriced: 1 });
  });

  it.each([
    [new ModelError('MODEL_LIMITED'), 0],
    [new ModelError('MODEL_UNREACHED'), 0],
    [new ModelError('MODEL_EMPTY', { used: { model: 'small-1', usage: { input: 70, cached: 0, output: 3 } } }), 73],
  ])('in vain (%s) is what the server told, or nothing', async (error, tokens) => {
    const { parts, used } = shopOf();
    const asking = withBudget(
      createFakeModel(() => Promise.reject(error)),
      parts(),
    ).ask(by('anna'));
    await expect(asking).rejects.toBe(error);
    expect(used('2026-12-01/anna').tokens).toBe(tokens);
  });

  it('in vain with nobody knowing how much is what was sent', async () => {
    const { parts, used } = shopOf();
    const model = createFakeModel(() => Promise.reject(new ModelError('MODEL_TIMEOUT')));
    await expect(withBudget(model, parts()).ask(by('anna', { mostTokens: 500 }))).rejects.toThrow();
    expect(used('2026-12-01/anna').tokens).toBeGreaterThan(10);
    expect(used('2026-12-01/anna').tokens).toBeLessThan(100);
  });
});

describe('a budget', () => {
  it('that is spent in the middle of a conversation refuses its customer and nobody else', async () => {
    const { parts } = shopOf();
    const model = createFakeModel();
    const guarded = withBudget(model, parts());
    let answered = 0;
    const until = async (): Promise<unknown> => {
      for (;;) {
        const outcome = await guarded.ask(by('anna')).catch((error: unknown) => error);
        if (outcome instanceof ModelError) return outcome.code;
        answered += 1;
      }
    };
    expect(await until()).toBe('MODEL_BUDGET_SPENT');
    expect(answered).toBe(8);
    expect(model.asked.length).toBe(8);
    await guarded.ask(by('bert'));
    expect(model.asked.length).toBe(9);
  });

  it('of the shop refuses everybody, and says so once a day', async () => {
    const { parts, logged, clock } = shopOf({ limits: { perCustomerDay: null, perShopDay: 300 } });
    const guarded = withBudget(createFakeModel(), parts());
    await guarded.ask(by('anna'));
    const refused = ['bert', 'cleo', 'dora'].map((who) =>
      guarded.ask(by(who)).then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(await Promise.all(refused)).toEqual(['answered', 'refused', 'refused']);
    expect(logged).toEqual(['MODEL_BUDGET_SPENT']);
    clock.advance(86_400_000);
    await guarded.ask(by('bert'));
  });

  it.each([
    ['America/New_York', '2026-12-02T04:59:59Z', '2026-12-01', '2026-12-02'],
    ['Asia/Kolkata', '2026-12-01T18:29:59Z', '2026-12-01', '2026-12-02'],
  ])('begins anew at midnight in %s', async (timeZone, justBefore, day, nextDay) => {
    const { parts, clock, used } = shopOf({ timeZone, limits: { perCustomerDay: 250, perShopDay: null } });
    clock.advance(Date.parse(justBefore) - noon);
    const guarded = withBudget(createFakeModel(), parts());
    await guarded.ask(by('anna'));
    await expect(guarded.ask(by('anna', { mostTokens: 200 }))).rejects.toMatchObject({ code: 'MODEL_BUDGET_SPENT' });
    clock.advance(1_000);
    await guarded.ask(by('anna', { mostTokens: 100 }));
    expect([used(`${day}/anna`).tokens, used(`${nextDay}/anna`).tokens]).toEqual([120, 120]);
  });

  it('counts a call that goes over midnight on the day on which it began', async () => {
    const { parts, clock, used } = shopOf();
    const model = createFakeModel(() => {
      clock.advance(86_400_000);
      return answerOf('hi');
    });
    await withBudget(model, parts()).ask(by('anna'));
    expect(used('2026-12-01').tokens).toBe(120);
    expect(used('2026-12-02').tokens).toBe(0);
  });
});

describe('several processes', () => {
  it('lose no count, whoever wins each race', async () => {
    let race = 0;
    const { parts, used } = shopOf({ limits: { perCustomerDay: null, perShopDay: null } }, () => {
      race += 1;
      return race % 3 === 0 ? 'conflict' : 'none';
    });
    const processes = Array.from({ length: 4 }, () => withBudget(createFakeModel(), parts()));
    const calls = Array.from({ length: 80 }, (_, index) => processes[index % 4]?.ask(by(`c${index % 5}`)));
    await Promise.all(calls);
    expect(used('2026-12-01')).toMatchObject({ calls: 80, tokens: 80 * 120 });
    expect(used('2026-12-01/c0')).toMatchObject({ calls: 16, tokens: 16 * 120 });
  });

  it('together never pass a limit', async () => {
    const { parts, used } = shopOf({ limits: { perCustomerDay: 1_000, perShopDay: null } });
    const processes = Array.from({ length: 3 }, () => withBudget(createFakeModel(), parts()));
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => processes[n % 3]?.ask(by('anna'))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(2);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(15);
    expect(used('2026-12-01/anna').tokens).toBeLessThanOrEqual(1_000);
  });
});

describe('where the store fails', () => {
  it('nothing that cannot be counted is asked', async () => {
    const { parts } = shopOf({}, () => 'before');
    const model = createFakeModel();
    await expect(withBudget(model, parts()).ask(by('anna'))).rejects.toMatchObject({ code: 'MODEL_UNCOUNTED' });
    expect(model.asked).toEqual([]);
  });

  it('after the answer it is given all the same, and what was put aside stays counted', async () => {
    let commits = 0;
    const { parts, used, logged } = shopOf({}, () => {
      commits += 1;
      return commits > 1 ? 'before' : 'none';
    });
    const answer = await withBudget(createFakeModel(), parts()).ask(by('anna', { mostTokens: 300 }));
    expect(answer.text).toBe('Hello');
    expect(used('2026-12-01/anna').tokens).toBeGreaterThan(300);
    expect(logged).toEqual(['MODEL_USE_NOT_SETTLED']);
  });
});

it('customers’ days are thrown away after a while, the shop’s stay for a year', async () => {
  const { parts, clock, data } = shopOf();
  const guarded = withBudget(createFakeModel(), parts());
  await guarded.ask(by('anna'));
  clock.advance(10 * 86_400_000);
  await guarded.ask(by('anna'));
  expect([...data.keys()].toSorted()).toEqual([
    'model-use/2026-12-01',
    'model-use/2026-12-11',
    'model-use/2026-12-11/anna',
  ]);
});
