import { describe, expect, it } from 'vitest';
import type { Moderation } from '../../../src/assistant/guards/moderation.ts';
import { withModeration } from '../../../src/assistant/guards/with-moderation.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { answerOf, createFakeModel, requestOf } from './fake-model.ts';

function moderated(answer: string, { whenDown = 'go-on' as 'go-on' | 'refuse', isDown = false } = {}) {
  const looked: string[] = [];
  const moderation: Moderation = {
    async check(text) {
      looked.push(text);
      if (isDown) throw new ModelError('MODEL_UNREACHED');
      return text.includes('hate') ? { flagged: 'hate' } : 'ok';
    },
  };
  const logged: unknown[] = [];
  const log = {
    ...silentLog,
    info: (...line: unknown[]) => logged.push(line),
    warn: (...line: unknown[]) => logged.push(line),
  };
  const model = createFakeModel(({ onText }) => {
    onText?.(answer.slice(0, 3));
    return answerOf(answer);
  });
  return { looked, logged, model, guarded: withModeration(model, { moderation, log, whenDown }) };
}

const says = (text: string) => requestOf({ messages: [{ from: 'shopper', text }] });

describe('moderation', () => {
  it('lets pass what is fit, and looks at both', async () => {
    const { guarded, looked } = moderated('Hello');
    expect((await guarded.ask(says('hi'))).text).toBe('Hello');
    expect(looked).toEqual(['hi', 'Hello']);
  });

  it('looks at the words alone where they come as JSON', async () => {
    const { guarded, looked } = moderated(JSON.stringify({ commands: [], text: 'Hello' }));
    await guarded.ask(says(JSON.stringify({ state: { mood: 'upset' }, shopper_wrote: 'hi' })));
    expect(looked).toEqual(['hi', 'Hello']);
  });

  it('keeps flagged words of a shopper from the model', async () => {
    const { guarded, model, logged } = moderated('Hello');
    await expect(guarded.ask(says('I hate you'))).rejects.toMatchObject({ code: 'MODEL_FLAGGED', used: null });
    expect(model.asked).toEqual([]);
    expect(logged).toEqual([['MODEL_FLAGGED', { of: 'shopper', why: 'hate' }]]);
  });

  it('keeps a flagged answer from the shopper, also while it grows, and counts it', async () => {
    const { guarded } = moderated('We hate it');
    const shown: string[] = [];
    const asking = guarded.ask({ ...says('hi'), onText: (soFar) => shown.push(soFar) });
    await expect(asking).rejects.toMatchObject({ code: 'MODEL_FLAGGED', used: { usage: { input: 100 } } });
    await expect(asking).rejects.not.toHaveProperty('used.text');
    expect(shown).toEqual([]);
  });

  it('shows an answer when it is whole', async () => {
    const { guarded } = moderated('Hello there');
    const shown: string[] = [];
    await guarded.ask({ ...says('hi'), onText: (soFar) => shown.push(soFar) });
    expect(shown).toEqual(['Hello there']);
  });

  it('looks at a shopper’s words once a turn, and never at summaries', async () => {
    const { guarded, looked } = moderated('Hello');
    await guarded.ask(
      requestOf({
        messages: [
          { from: 'shopper', text: 'hi' },
          { from: 'tool', call: '1', result: 'x' },
        ],
      }),
    );
    await guarded.ask({ ...says('I hate you'), purpose: 'summary' });
    expect(looked).toEqual(['Hello']);
  });

  it('that is away is done without, where the shop wants it so', async () => {
    const { guarded, logged } = moderated('Hello', { isDown: true });
    expect((await guarded.ask(says('hi'))).text).toBe('Hello');
    expect(logged).toEqual(Array.from({ length: 2 }, () => ['MODERATION_DOWN', { code: 'MODEL_UNREACHED' }]));
  });

  it('that is away stops the assistant, where the shop wants it so', async () => {
    const { guarded, model } = moderated('Hello', { isDown: true, whenDown: 'refuse' });
    await expect(guarded.ask(says('hi'))).rejects.toMatchObject({ code: 'MODERATION_DOWN' });
    expect(model.asked).toEqual([]);
  });
});
