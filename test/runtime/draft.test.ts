import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/runtime/draft.ts';
import { createManualClock } from '../manual-clock.ts';

function channel() {
  const shown: string[] = [];
  let next = (): void => undefined;
  const show = (text: string): Promise<void> => {
    shown.push(text);
    return new Promise((resolve) => {
      next = resolve;
    });
  };
  const ready = async (): Promise<void> => {
    next();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { shown, show, ready };
}

const troubles: unknown[] = [];
const onTrouble = (error: unknown): void => {
  troubles.push(error);
};
const clock = createManualClock();

describe('a draft', () => {
  it('shows the newest text when the channel is ready, and leaves out what came between', async () => {
    const { shown, show, ready } = channel();
    const draft = createDraft(show, { clock, onTrouble });
    for (const text of ['We', 'We have', 'We have two']) draft.show(text);
    expect(shown).toEqual(['We']);
    await ready();
    expect(shown).toEqual(['We', 'We have two']);
  });

  it('shows nothing once the answer is there', async () => {
    const { shown, show, ready } = channel();
    const draft = createDraft(show, { clock, onTrouble });
    draft.show('We');
    draft.show('We have');
    void draft.end();
    await ready();
    draft.show('We have two');
    expect(shown).toEqual(['We']);
  });

  it('has arrived before the answer goes out', async () => {
    const { show, ready } = channel();
    const draft = createDraft(show, { clock, onTrouble });
    draft.show('We');
    const order: string[] = [];
    const ending = draft.end().then(() => order.push('answer'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('shown');
    await ready();
    await ending;
    expect(order).toEqual(['shown', 'answer']);
    expect(clock.waiting()).toBe(0);
  });

  it('does not keep an answer for longer than a moment where the channel hangs', async () => {
    const { show } = channel();
    const draft = createDraft(show, { clock, onTrouble });
    draft.show('We');
    const ending = draft.end();
    await clock.untilWaiting();
    expect(clock.nextIn()).toBe(300);
    clock.advance(300);
    await ending;
  });

  it('tells the channel that nothing comes after, so that it need not pause', async () => {
    const pauses: AbortSignal[] = [];
    const show = (_text: string, ended: AbortSignal): Promise<void> => {
      pauses.push(ended);
      return new Promise((resolve) => ended.addEventListener('abort', () => resolve()));
    };
    const draft = createDraft(show, { clock, onTrouble });
    draft.show('We');
    await draft.end();
    expect(pauses.map(({ aborted }) => aborted)).toEqual([true]);
    expect(clock.waiting()).toBe(0);
  });

  it('ends at once where nothing is being shown', async () => {
    const { show, ready } = channel();
    const draft = createDraft(show, { clock, onTrouble });
    draft.show('We');
    await ready();
    await new Promise((resolve) => setImmediate(resolve));
    await draft.end();
    expect(clock.waiting()).toBe(0);
  });

  it('is left alone after a failure, which is told once', async () => {
    const told: unknown[] = [];
    let calls = 0;
    const draft = createDraft(
      async () => {
        calls += 1;
        throw new Error('no line');
      },
      { clock, onTrouble: (error) => told.push(error) },
    );
    draft.show('We');
    await new Promise((resolve) => setImmediate(resolve));
    draft.show('We have');
    await new Promise((resolve) => setImmediate(resolve));
    expect([calls, told.length]).toEqual([1, 1]);
  });
});
