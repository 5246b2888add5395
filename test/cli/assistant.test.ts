import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { guarded } from '../../src/assistant/guards/guarded.ts';
import type { ModelAnswer } from '../../src/assistant/language-model.ts';
import { ModelError } from '../../src/assistant/model-error.ts';
import { callsOf, listCalls, listCallsAsLines, showCall } from '../../src/cli/assistant-calls.ts';
import { costByDay } from '../../src/cli/assistant-cost.ts';
import { Failure } from '../../src/cli/failure.ts';
import { silentLog } from '../../src/runtime/log.ts';
import type { Store } from '../../src/storage/store.ts';
import { answerOf, createFakeModel, requestOf, somePrices } from '../assistant/guards/fake-model.ts';
import { createManualClock } from '../manual-clock.ts';

const clock = createManualClock(Date.parse('2026-12-01T23:30:00Z'));
const timeZone = 'Europe/Berlin';

describe('parley assistant', () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-assistant-'));
    store = await openSqliteStore({ file: join(folder, 'shop.db') });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (key: string, answer: () => Promise<ModelAnswer>, conversation = 'webchat:shop:anna') => {
    const settings = {
      limits: { perCustomerDay: null, perShopDay: null },
      prices: somePrices,
      withoutModeration: 'go-on' as const,
    };
    const shop = { timeZone, country: 'DE' };
    const model = guarded(createFakeModel(answer), { store, clock, log: silentLog, shop, settings, moderation: null });
    const messages = [{ from: 'shopper' as const, text: 'I am a@b.example\u001b[31m' }];
    await model.ask(requestOf({ messages, asker: { customer: 'anna', conversation, key } })).catch(() => undefined);
  };

  it('says so when nothing was asked', async () => {
    expect(listCalls(await callsOf(store, { conversation: null, last: 5 }), timeZone)).toMatch(/not been asked/);
    expect(await costByDay(store, { days: 7, now: clock.now(), timeZone, currency: 'USD' })).toMatch(
      /not been used in 7/,
    );
  });

  it('lists calls with tokens, time and cost, the newest first', async () => {
    await ask('k:0', async () => answerOf('Hello\nthere ⟨email-1⟩'));
    clock.advance(60_000);
    await ask('k:1', () => Promise.reject(new ModelError('MODEL_KEY_REFUSED')));
    clock.advance(3_600_000);
    const calls = [{ id: '1', tool: 'catalog.search', input: { words: 'mug' } }];
    await ask('k:2', async () => answerOf('', { calls, model: 'other' }), 'webchat:shop:bert');
    const lines = listCalls(await callsOf(store, { conversation: null, last: 5 }), timeZone).split('\n');
    expect(lines[0]).toMatch(
      /^[\w-]{16} {2}2026-12-02 01:31:00 {2}answer .*100 read \(40 before\), 20 written +0\.0 s +– +→ catalog\.search/,
    );
    expect(lines[1]).toMatch(/2026-12-02 00:31:00 .*– +0\.0 s +– .*MODEL_KEY_REFUSED/);
    expect(lines[2]).toMatch(/\$0\.0003 +Hello there ⟨email-1⟩$/);
  });

  it('lists those of one conversation, and whole ones as JSON lines', async () => {
    const calls = await callsOf(store, { conversation: 'webchat:shop:bert', last: 5 });
    const lines = (await listCallsAsLines(store, calls)).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { conversation: 'webchat:shop:bert', model: 'other', request: { instructions: expect.any(String) } },
    ]);
  });

  it('shows what was sent, without what tells who somebody is or moves the cursor', async () => {
    const [, , first] = await callsOf(store, { conversation: null, last: 5 });
    const number = first?.id.split('/').at(-1) ?? '';
    const screen = await showCall(store, number, timeZone);
    expect(screen).toContain('You help in a shop.');
    expect(screen).toContain('I am ⟨email-1⟩');
    expect(screen).toContain('Hello\n  there ⟨email-1⟩');
    expect(screen).not.toContain('\u001b[31m');
    expect(await showCall(store, first?.id ?? '', timeZone)).toBe(screen);
    await expect(showCall(store, 'nothing', timeZone)).rejects.toThrow(Failure);
  });

  it('sums up by the shop’s days', async () => {
    clock.advance(86_400_000);
    await ask('k:3', async () => answerOf('hi'));
    const words = await costByDay(store, { days: 2, now: clock.now(), timeZone, currency: 'USD' });
    expect(words.split('\n').slice(0, 2)).toEqual([
      '2026-12-03        1 call  100 read (40 before), 20 written  $0.0003',
      '2026-12-02       2 calls  200 read (80 before), 40 written  $0.0003 and 1 call without a price',
    ]);
    expect(words).toMatch(/together .*3 calls .*300 read.*\$0\.0006/);
  });
});
