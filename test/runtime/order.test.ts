import { expect, it } from 'vitest';
import type { InboundContent } from '../../src/channel/inbound.ts';
import type { Store } from '../../src/storage/store.ts';
import { counted } from './counting-actions.ts';
import { countingFlow } from './counting-book.ts';
import { createGate } from './gate.ts';
import { createRecordingChannel, type RecordingChannel } from './recording-channel.ts';
import { createRunning, range, says, shopper, transcriptOf } from './running.ts';
import { describeOnStores } from './stores.ts';

const mixed = (index: number): InboundContent => {
  const contents: readonly InboundContent[] = [
    { type: 'text', text: 'hello' },
    { type: 'choice', id: 'count' },
    { type: 'opened' },
  ];
  return contents[index % 3] ?? { type: 'opened' };
};
const kinds = { 'of one kind': () => 'hello', mixed } as const;
const actions = { 'a quick action': 'test.count', 'a slow action': 'test.count-slowly' } as const;

/** All of them, once each, without a gap, and told in the order in which they were counted. */
async function expectTwentyAnswered(store: Store, channel: Pick<RecordingChannel, 'shown'>): Promise<string[]> {
  expect(await counted(store, shopper('ann'))).toBe(20);
  const transcript = await transcriptOf(store, 'ann');
  expect(transcript.map(({ turn }) => turn)).toEqual(range(20));
  const firstSeen = [...new Map(channel.shown.map((one) => [one.key, one.text])).values()];
  expect(firstSeen).toEqual(range(20).map(String));
  return transcript.map(({ inboundId }) => inboundId);
}

await describeOnStores('twenty messages of one shopper at once', (place) => {
  for (const [kind, content] of Object.entries(kinds)) {
    for (const [speed, action] of Object.entries(actions)) {
      for (const idempotent of [true, false]) {
        const channelKind = idempotent ? 'a channel that takes keys' : 'one that does not';
        it(`${kind}, with ${speed}, on ${channelKind}: all are answered, in order`, async () => {
          const store = await place.fresh()();
          const channel = createRecordingChannel({ idempotent });
          const runtime = createRunning({ store, channel, flows: [countingFlow(action)] });
          await runtime.start();
          const received = range(20).map((id) => runtime.receive(says('ann', id, content(id))));
          expect(new Set(await Promise.all(received))).toEqual(new Set(['accepted']));
          await channel.untilShown(20);
          await runtime.stop();
          expect(await expectTwentyAnswered(store, channel)).toEqual(range(20).map(String));
        });

        it(`${kind}, with ${speed}, on ${channelKind}, over two processes: all are answered, each one's in order`, async () => {
          const open = place.fresh();
          const channel = createRecordingChannel({ idempotent });
          const stores = [await open(), await open()];
          const two = stores.map((store) => createRunning({ store, channel, flows: [countingFlow(action)] }));
          await Promise.all(two.map((runtime) => runtime.start()));
          const received = range(20).map((id) => two[id % 2]?.receive(says('ann', id, content(id))));
          expect(new Set(await Promise.all(received))).toEqual(new Set(['accepted']));
          await channel.untilKeysShown(20);
          await Promise.all(two.map((runtime) => runtime.stop()));
          const [store] = stores;
          if (!store) throw new Error('no store');
          const order = await expectTwentyAnswered(store, channel);
          for (const rest of [0, 1]) {
            const own = order.map(Number).filter((id) => id % 2 === rest);
            expect(own).toEqual(own.toSorted((a, b) => a - b));
          }
          if (!idempotent) expect(channel.shown).toHaveLength(20);
        });
      }
    }
  }
});

await describeOnStores('what counts as the same message', (place) => {
  it('two messages at the same step with other ids are two', async () => {
    const store = await place.fresh()();
    const channel = createRecordingChannel();
    const runtime = createRunning({ store, channel });
    expect(await Promise.all([1, 2].map((id) => runtime.handle(says('ann', id, 'same'))))).toEqual([
      'answered',
      'answered',
    ]);
    expect(await counted(store, shopper('ann'))).toBe(2);
    await runtime.stop();
  });

  it('one that comes again later, at the same moment, or after a restart is one', async () => {
    const open = place.fresh();
    const channel = createRecordingChannel();
    const first = createRunning({ store: await open(), channel });
    const outcomes = await Promise.all(range(5).map(() => first.receive(says('ann', 'x'))));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(await first.receive(says('ann', 'x'))).toBe('duplicate');
    await first.stop();
    const store = await open();
    const second = createRunning({ store, channel });
    await second.start();
    expect(await second.receive(says('ann', 'x'))).toBe('duplicate');
    expect(await second.handle(says('ann', 'x'))).toBe('duplicate');
    expect(await second.handle(says('ann', 'y'))).toBe('answered');
    await second.stop();
    expect(await counted(store, shopper('ann'))).toBe(2);
    expect(channel.shown.map(({ text }) => text)).toEqual(['1', '2']);
  });

  it('one that two processes are given at the same moment is one', async () => {
    const open = place.fresh();
    const channel = createRecordingChannel();
    const two = await Promise.all([open(), open()]);
    const runtimes = two.map((store) => createRunning({ store, channel }));
    for (const id of range(10)) {
      const outcomes = await Promise.all(runtimes.map((runtime) => runtime.receive(says('ann', id))));
      expect(outcomes.toSorted()).toEqual(['accepted', 'duplicate']);
    }
    await Promise.all(runtimes.map((runtime) => runtime.stop()));
    expect(await counted(await open(), shopper('ann'))).toBe(10);
  });

  it('one that comes again while a slow action runs for it is one, here and in another process', async () => {
    const open = place.fresh();
    const gate = createGate();
    const channel = createRecordingChannel();
    const store = await open();
    const [busy, other] = [
      createRunning({ store, channel, slowly: gate.pass }),
      createRunning({ store: await open(), channel }),
    ];
    expect(await busy.receive(says('ann', 1, 'slow'))).toBe('accepted');
    await gate.untilReached();
    expect(await busy.receive(says('ann', 1, 'slow'))).toBe('duplicate');
    expect(await other.receive(says('ann', 1, 'slow'))).toBe('duplicate');
    expect(await busy.receive(says('ann', 2))).toBe('accepted');
    gate.open();
    await channel.untilShown(2);
    await Promise.all([busy.stop(), other.stop()]);
    expect(channel.shown.map(({ inReplyTo, text }) => [inReplyTo, text])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    expect(await counted(store, shopper('ann'))).toBe(2);
  });
});
