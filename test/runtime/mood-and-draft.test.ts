import { describe, expect, it } from 'vitest';
import { sumMoods } from '../../src/insight/moods.ts';
import { readRecord } from '../../src/runtime/message-record.ts';
import { createMemoryStore } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, says, shopper } from './running.ts';

const memory = () => createMemoryStore(new Map());

describe('what a turn keeps of how a message sounded', () => {
  it('stands in the message’s own record, so that it costs no write', async () => {
    const store = memory();
    const runtime = createRunning({ store, channel: createRecordingChannel() });
    await runtime.handle(says('ann', 1, 'this is terrible'));
    await runtime.handle(says('ann', 2, '12'));
    await runtime.stop();
    const found = await store.find('message', { where: { conversation: shopper('ann') } });
    const moods = found.map(readRecord).map(({ entry, mood }) => [entry.id, mood?.score ?? null]);
    expect(moods).toEqual([
      ['1', expect.any(Number)],
      ['2', null],
    ]);
    const span = { since: 0, until: Date.now() + 60_000, by: 'flow', timeZone: 'UTC' } as const;
    expect(await sumMoods(store, span)).toMatchObject([{ messages: { n: 1, bad: 1 } }]);
  });
});

describe('a draft of an answer', () => {
  it('goes to the channel while a turn is thought, and not after it', async () => {
    const drafts: string[] = [];
    let late = (_text: string): void => undefined;
    const channel = {
      ...createRecordingChannel(),
      draft: async (text: string) => void drafts.push(text),
    };
    const runtime = createRunning({
      store: memory(),
      channel,
      slowly: async ({ draft }) => {
        draft?.('We have');
        await new Promise((resolve) => setImmediate(resolve));
        draft?.('We have two');
        late = draft ?? late;
      },
    });
    expect(await runtime.handle(says('ann', 1, 'slow'))).toBe('answered');
    late('We have two of them');
    await runtime.stop();
    expect(drafts).toEqual(['We have', 'We have two']);
  });

  it('is not offered to actions where the channel shows none, and its failure harms no turn', async () => {
    const offered: boolean[] = [];
    const slowly = async ({ draft }: { readonly draft?: (text: string) => void }) => {
      offered.push(draft !== undefined);
      draft?.('We have');
    };
    const plain = createRunning({ store: memory(), channel: createRecordingChannel(), slowly });
    expect(await plain.handle(says('ann', 1, 'slow'))).toBe('answered');
    await plain.stop();
    const broken = { ...createRecordingChannel(), draft: () => Promise.reject(new Error('no drafts')) };
    const runtime = createRunning({ store: memory(), channel: broken, slowly });
    expect(await runtime.handle(says('ann', 1, 'slow'))).toBe('answered');
    await runtime.stop();
    expect(offered).toEqual([false, true]);
    expect(runtime.logged.filter((line) => line.startsWith('DRAFT_FAILED'))).toHaveLength(1);
  });
});
