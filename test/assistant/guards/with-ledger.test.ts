import { describe, expect, it } from 'vitest';
import { modelCallOf } from '../../../src/assistant/guards/model-call.ts';
import { promptId, readPrompts } from '../../../src/assistant/guards/model-prompt.ts';
import { withLedger } from '../../../src/assistant/guards/with-ledger.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createMemoryStore, type Fault, type MemoryData, type MemorySettings } from '../../runtime/memory-store.ts';
import { answerOf, createFakeModel, requestOf, somePrices } from './fake-model.ts';

function ledgerOf(data: MemoryData = new Map(), settings: MemorySettings = {}) {
  const clock = createManualClock();
  const logged: string[] = [];
  const log = { ...silentLog, warn: (code: string) => logged.push(code), error: (code: string) => logged.push(code) };
  const parts = { store: createMemoryStore(data, settings), clock, log, prices: somePrices };
  const calls = () =>
    [...data].filter(([key]) => key.startsWith('model-call/')).map(([, stored]) => modelCallOf(stored));
  return { data, clock, logged, parts, calls };
}

describe('a call', () => {
  it('is kept with what was sent, what came back, tokens, time and cost', async () => {
    const { parts, clock, calls, data } = ledgerOf();
    const model = createFakeModel(() => {
      clock.advance(1_234);
      return answerOf('Hello');
    });
    await withLedger(model, parts).ask(requestOf());
    const prompt = promptId(requestOf());
    expect(calls()).toEqual([
      {
        conversation: 'webchat:shop:anna',
        customer: 'anna',
        at: clock.now() - 1_234,
        purpose: 'answer',
        request: { prompt, messages: [{ from: 'shopper', text: 'hello' }], mostTokens: 100 },
        answer: { text: 'Hello', calls: [] },
        error: null,
        model: 'small-1-2026',
        usage: { input: 100, cached: 40, output: 20 },
        micros: 300,
        currency: 'USD',
        ms: 1_234,
      },
    ]);
    expect(await readPrompts(parts.store, [prompt])).toEqual(
      new Map([[prompt, { instructions: 'You help in a shop.', tools: [], shape: null }]]),
    );
    expect([...data.keys()].at(-1)).toMatch(/^model-call\/webchat:shop:anna:3:0:0\/[\w-]{16}$/u);
  });

  it('that failed is kept with its code, and what had to be paid all the same', async () => {
    const { parts, calls } = ledgerOf();
    const used = { model: 'small-1', usage: { input: 10, cached: 0, output: 0 } };
    const failing = withLedger(
      createFakeModel((_request, index) =>
        Promise.reject(new ModelError('MODEL_EMPTY', { used: index === 0 ? used : null })),
      ),
      parts,
    );
    await expect(failing.ask(requestOf())).rejects.toMatchObject({ code: 'MODEL_EMPTY' });
    await expect(failing.ask(requestOf({ purpose: 'summary' }))).rejects.toMatchObject({ code: 'MODEL_EMPTY' });
    expect(calls()).toMatchObject([
      { error: 'MODEL_EMPTY', answer: null, micros: 20 },
      { error: 'MODEL_EMPTY', answer: null, micros: null, model: null },
    ]);
  });

  it('has no cost where nobody said what the model costs', async () => {
    const { parts, calls } = ledgerOf();
    await withLedger(
      createFakeModel(() => answerOf('hi', { model: 'other-1' })),
      parts,
    ).ask(requestOf());
    expect(calls()[0]?.micros).toBeNull();
  });
});

describe('a turn that is taken again', () => {
  it('gets the answer that is there, in this process and in another', async () => {
    const { parts, data } = ledgerOf();
    const model = createFakeModel((_request, index) =>
      answerOf(`answer ${index}`, { calls: [{ id: '1', tool: 'x', input: { a: 1 } }] }),
    );
    const first = await withLedger(model, parts).ask(requestOf());
    expect(await withLedger(model, parts).ask(requestOf())).toEqual(first);
    expect(await withLedger(model, ledgerOf(data).parts).ask(requestOf())).toEqual(first);
    expect(model.asked.length).toBe(1);
  });

  it('asks again what is another question, or another step', async () => {
    const { parts } = ledgerOf();
    const model = createFakeModel();
    const guarded = withLedger(model, parts);
    await guarded.ask(requestOf());
    await guarded.ask(requestOf({ messages: [{ from: 'shopper', text: 'hello?' }] }));
    await guarded.ask(requestOf({ asker: { ...requestOf().asker, key: 'webchat:shop:anna:3:0:1' } }));
    expect(model.asked.length).toBe(3);
  });

  it('asks again what failed, and keeps what came of it', async () => {
    const { parts, calls } = ledgerOf();
    const guarded = withLedger(
      createFakeModel((_request, index) =>
        index === 0 ? Promise.reject(new ModelError('MODEL_FAILED')) : answerOf('hi'),
      ),
      parts,
    );
    await expect(guarded.ask(requestOf())).rejects.toThrow();
    expect((await guarded.ask(requestOf())).text).toBe('hi');
    expect(calls()).toMatchObject([{ error: null, answer: { text: 'hi' } }]);
  });

  it('in two processes at once goes on with one answer', async () => {
    const data: MemoryData = new Map();
    const answers: (() => void)[] = [];
    const model = createFakeModel(
      (_request, index) => new Promise((resolve) => answers.push(() => resolve(answerOf(`answer ${index}`)))),
    );
    const both = [ledgerOf(data), ledgerOf(data)].map(({ parts }) => withLedger(model, parts).ask(requestOf()));
    await expect.poll(() => answers.length).toBe(2);
    for (const answer of answers) answer();
    const [one, other] = await Promise.all(both);
    expect(one).toEqual(other);
  });
});

describe('a store that is away', () => {
  const faults: [string, MemorySettings, string[]][] = [
    ['for writing', { fault: (): Fault => 'before' }, ['MODEL_CALL_NOT_KEPT']],
    [
      'for reading',
      {
        reading: () => {
          throw new Error('away');
        },
      },
      ['MODEL_CALL_UNSEEN', 'MODEL_CALL_NOT_KEPT', 'MODEL_CALLS_NOT_PRUNED', 'MODEL_CALLS_NOT_PRUNED'],
    ],
  ];
  it.each(faults)('%s takes no answer away', async (_when, settings, codes) => {
    const { parts, logged } = ledgerOf(new Map(), settings);
    expect((await withLedger(createFakeModel(), parts).ask(requestOf())).text).toBe('Hello');
    expect(logged).toEqual(codes);
  });
});

it('calls are kept for thirty days', async () => {
  const { parts, clock, calls } = ledgerOf();
  const guarded = withLedger(createFakeModel(), parts);
  const ask = (step: number) => guarded.ask(requestOf({ asker: { ...requestOf().asker, key: `k:${step}` } }));
  await ask(0);
  clock.advance(29 * 86_400_000);
  await ask(1);
  expect(calls().length).toBe(2);
  clock.advance(2 * 86_400_000);
  await ask(2);
  expect(calls().length).toBe(2);
});

it('what calls begin with is kept once, as long as any call needs it', async () => {
  const { parts, clock, data } = ledgerOf();
  const ask = (step: number, instructions: string) =>
    withLedger(createFakeModel(), parts).ask(
      requestOf({ instructions, asker: { ...requestOf().asker, key: `k:${step}` } }),
    );
  const prompts = () =>
    [...data].filter(([key]) => key.startsWith('model-prompt/')).map(([, { revision }]) => revision);
  const guarded = withLedger(createFakeModel(), parts);
  for (let step = 0; step < 5; step += 1)
    await guarded.ask(requestOf({ asker: { ...requestOf().asker, key: `k:${step}` } }));
  expect(prompts()).toEqual([1]);
  clock.advance(50 * 86_400_000);
  await guarded.ask(requestOf({ asker: { ...requestOf().asker, key: 'k:5' } }));
  await ask(6, 'Other instructions.');
  expect(prompts()).toEqual([2, 1]);
  clock.advance(59 * 86_400_000);
  await ask(7, 'Other instructions.');
  expect(prompts()).toEqual([2, 2]);
  clock.advance(2 * 86_400_000);
  await ask(8, 'Other instructions.');
  expect(prompts()).toEqual([3]);
});
