import { describe, expect, it } from 'vitest';
import { withBackOff } from '../../../src/assistant/guards/with-back-off.ts';
import { withBreaker } from '../../../src/assistant/guards/with-breaker.ts';
import type { ModelRequest } from '../../../src/assistant/language-model.ts';
import { ModelError, type ModelErrorCode } from '../../../src/assistant/model-error.ts';
import { createManualClock } from '../../manual-clock.ts';
import { answerOf, createFakeModel, requestOf } from './fake-model.ts';

function failing(errors: readonly (ModelError | null)[], changes: Partial<ModelRequest> = {}) {
  const clock = createManualClock();
  const model = createFakeModel((_request, index) => {
    const error = errors[index];
    return error ? Promise.reject(error) : answerOf('at last');
  });
  const limits = { mostRetries: 2, firstPauseMs: 500, longestPauseMs: 8_000, random: () => 0.5 };
  const answer = withBackOff(model, { clock, ...limits }).ask(requestOf(changes));
  answer.catch(() => undefined);
  const pauses: number[] = [];
  const run = async (): Promise<string> => {
    const done = answer.then(
      ({ text }) => text,
      (error: unknown) => (error instanceof ModelError ? error.code : 'other'),
    );
    for (;;) {
      const next = await Promise.race([done, clock.untilWaiting()]);
      if (typeof next === 'string') return next;
      const ms = clock.nextIn() ?? 0;
      pauses.push(ms);
      clock.advance(ms);
    }
  };
  return { model, pauses, run, clock, answer };
}

const error = (code: ModelErrorCode, retryAfterMs: number | null = null) => new ModelError(code, { retryAfterMs });

describe('a model that stumbles', () => {
  it.each(['MODEL_LIMITED', 'MODEL_FAILED', 'MODEL_TIMEOUT', 'MODEL_UNREACHED'] as const)(
    'with %s is asked again after a pause that grows',
    async (code) => {
      const { run, pauses } = failing([error(code), error(code)]);
      expect(await run()).toBe('at last');
      expect(pauses).toEqual([250, 500]);
    },
  );

  it('is asked three times at most', async () => {
    const { run, model } = failing(Array.from({ length: 9 }, () => error('MODEL_FAILED')));
    expect(await run()).toBe('MODEL_FAILED');
    expect(model.asked.length).toBe(3);
  });

  it('is waited for as it says itself, and a little more', async () => {
    const { run, pauses } = failing([error('MODEL_LIMITED', 3_000)]);
    expect(await run()).toBe('at last');
    expect(pauses).toEqual([3_250]);
  });

  it('is not waited for longer than a shopper would wait', async () => {
    const { run, model } = failing([error('MODEL_LIMITED', 60_000)]);
    expect(await run()).toBe('MODEL_LIMITED');
    expect(model.asked.length).toBe(1);
  });

  it.each(['MODEL_KEY_REFUSED', 'MODEL_REFUSED', 'MODEL_EMPTY', 'MODEL_CUT', 'MODEL_BUDGET_SPENT'] as const)(
    'with %s would do so again, and is not asked',
    async (code) => {
      const { run, model } = failing([error(code)]);
      expect(await run()).toBe(code);
      expect(model.asked.length).toBe(1);
    },
  );

  it('is not asked again for what the shopper has begun to read', async () => {
    const clock = createManualClock();
    const shown: string[] = [];
    const model = createFakeModel(({ onText }) => {
      onText?.('We have');
      return Promise.reject(error('MODEL_FAILED'));
    });
    const guarded = withBackOff(model, { clock, mostRetries: 2, firstPauseMs: 1, longestPauseMs: 1 });
    const asking = guarded.ask(requestOf({ onText: (soFar) => shown.push(soFar) }));
    await expect(asking).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    expect([shown, model.asked.length]).toEqual([['We have'], 1]);
  });

  it('is not asked again when the turn’s time is over', async () => {
    const stop = new AbortController();
    const { model, clock, answer } = failing([error('MODEL_FAILED')], { signal: stop.signal });
    await clock.untilWaiting();
    stop.abort();
    await expect(answer).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    expect([model.asked.length, clock.waiting()]).toEqual([1, 0]);
  });
});

describe('a breaker', () => {
  const broken = () => {
    const clock = createManualClock();
    let state: 'down' | 'up' | 'hanging' = 'down';
    const release: (() => void)[] = [];
    const model = createFakeModel(() => {
      if (state === 'down') return Promise.reject(error('MODEL_UNREACHED'));
      if (state === 'up') return answerOf('back');
      return new Promise((resolve) => release.push(() => resolve(answerOf('back'))));
    });
    const guarded = withBreaker(model, { clock, most: 3, restMs: 60_000 });
    const codes = async (times: number) => {
      const codesSeen: string[] = [];
      for (let each = 0; each < times; each += 1) {
        codesSeen.push(
          await guarded.ask(requestOf()).then(
            ({ text }) => text,
            (failure: unknown) => (failure instanceof ModelError ? failure.code : 'other'),
          ),
        );
      }
      return codesSeen;
    };
    return { clock, model, guarded, codes, release, set: (next: typeof state) => (state = next) };
  };

  it('opens after so many outages in a row, and then asks nobody', async () => {
    const { codes, model } = broken();
    expect(await codes(5)).toEqual([
      ...Array.from({ length: 3 }, () => 'MODEL_UNREACHED'),
      ...Array.from({ length: 2 }, () => 'MODEL_RESTING'),
    ]);
    expect(model.asked.length).toBe(3);
  });

  it('lets one ask for all after the rest; when that fails it rests again', async () => {
    const { codes, clock, model } = broken();
    await codes(3);
    clock.advance(60_000);
    expect(await codes(3)).toEqual(['MODEL_UNREACHED', 'MODEL_RESTING', 'MODEL_RESTING']);
    expect(model.asked.length).toBe(4);
  });

  it('spares all others while the one that asks for all is waiting, and closes when it is answered', async () => {
    const { codes, clock, guarded, set, release } = broken();
    await codes(3);
    clock.advance(60_000);
    set('hanging');
    const probe = guarded.ask(requestOf());
    expect(await codes(2)).toEqual(['MODEL_RESTING', 'MODEL_RESTING']);
    release[0]?.();
    expect((await probe).text).toBe('back');
    set('up');
    expect(await codes(2)).toEqual(['back', 'back']);
  });

  it('lets another one ask when the first never comes back', async () => {
    const { codes, clock, guarded, set } = broken();
    await codes(3);
    clock.advance(60_000);
    set('hanging');
    void guarded.ask(requestOf());
    clock.advance(60_000);
    set('up');
    expect(await codes(1)).toEqual(['back']);
  });

  it('learns nothing from who was refused before the server was asked', async () => {
    const clock = createManualClock();
    let code: ModelErrorCode = 'MODEL_UNREACHED';
    const model = createFakeModel(() => Promise.reject(error(code)));
    const guarded = withBreaker(model, { clock, most: 2, restMs: 60_000 });
    const ask = () => guarded.ask(requestOf()).catch((failure: unknown) => (failure as ModelError).code);
    await ask();
    await ask();
    clock.advance(60_000);
    code = 'MODEL_BUDGET_SPENT';
    expect([await ask(), await ask()]).toEqual(['MODEL_BUDGET_SPENT', 'MODEL_BUDGET_SPENT']);
    code = 'MODEL_UNREACHED';
    expect([await ask(), await ask()]).toEqual(['MODEL_UNREACHED', 'MODEL_RESTING']);
  });
});
