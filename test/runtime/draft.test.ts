import { describe, expect, it } from 'vitest';
import { createDraft } from '../../src/runtime/draft.ts';

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

describe('a draft', () => {
  it('shows the newest text when the channel is ready, and leaves out what came between', async () => {
    const { shown, show, ready } = channel();
    const draft = createDraft(show, (error) => troubles.push(error));
    for (const text of ['We', 'We have', 'We have two']) draft.show(text);
    expect(shown).toEqual(['We']);
    await ready();
    expect(shown).toEqual(['We', 'We have two']);
  });

  it('shows nothing once the answer is there', async () => {
    const { shown, show, ready } = channel();
    const draft = createDraft(show, (error) => troubles.push(error));
    draft.show('We');
    draft.show('We have');
    draft.end();
    await ready();
    draft.show('We have two');
    expect(shown).toEqual(['We']);
  });

  it('is left alone after a failure, which is told once', async () => {
    const told: unknown[] = [];
    let calls = 0;
    const draft = createDraft(
      async () => {
        calls += 1;
        throw new Error('no line');
      },
      (error) => told.push(error),
    );
    draft.show('We');
    await new Promise((resolve) => setImmediate(resolve));
    draft.show('We have');
    await new Promise((resolve) => setImmediate(resolve));
    expect([calls, told.length]).toEqual([1, 1]);
  });
});
