import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/storage/store.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createMemoryStore, type MemoryData } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, type Running, says, transcriptOf } from './running.ts';

const askingFlow = `flow: colour
about: Ask for a colour.
starts on:
  - when: first message
  - when: anything else
steps:
  - ask: How many?
    for: number
    type: quantity
    if silent:
      after: 10 minutes
      then:
        - say: Are you there?
        - end
  - say: "{{ number }} it is"
`;
const minute = 60_000;

interface Asked {
  readonly store: Store;
  readonly data: MemoryData;
  readonly clock: ManualClock;
  readonly texts: () => readonly string[];
  readonly another: () => Promise<Running>;
  readonly wait: (ms: number) => Promise<void>;
}

function openAsked(): Asked {
  const data: MemoryData = new Map();
  const clock = createManualClock();
  const channel = createRecordingChannel();
  const runtimes: Running[] = [];
  const store = createMemoryStore(data, { yields: () => new Promise((resolve) => setImmediate(resolve)) });
  return {
    store,
    data,
    clock,
    texts: () => [...new Map(channel.shown.map(({ key, text }) => [key, text])).values()],
    async another() {
      const runtime = createRunning({ store, channel, clock, flows: [askingFlow] });
      runtimes.push(runtime);
      await runtime.start();
      return runtime;
    },
    async wait(ms) {
      for (let left = ms; left > 0; left -= minute / 2) {
        clock.advance(Math.min(left, minute / 2));
        for (let turns = 0; turns < 60; turns += 1) await new Promise((resolve) => setImmediate(resolve));
        for (const runtime of runtimes) await runtime.settled();
      }
    },
  };
}

describe('a question that nobody answers', () => {
  it('is given up after its time, once, and that is a turn of the transcript', async () => {
    const { another, wait, texts, store, data } = openAsked();
    const runtime = await another();
    await runtime.handle(says('ann', 1));
    await wait(9 * minute);
    expect(texts()).toEqual(['How many?']);
    await wait(minute);
    expect(texts()).toEqual(['How many?', 'Are you there?']);
    await wait(30 * minute);
    expect(texts()).toHaveLength(2);
    expect((await transcriptOf(store, 'ann')).map(({ turn, inbound }) => [turn, inbound?.type])).toEqual([
      [1, 'text'],
      [2, undefined],
    ]);
    expect([...data.keys()].filter((key) => key.startsWith('job/'))).toEqual([]);
    await runtime.stop();
  });

  it('is counted by our clock, whenever the platform says the message was sent', async () => {
    const { another, wait, texts } = openAsked();
    const runtime = await another();
    await runtime.handle({ ...says('ann', 1), at: 0 });
    await wait(9 * minute);
    expect(texts()).toEqual(['How many?']);
    await wait(minute);
    expect(texts()).toHaveLength(2);
    await runtime.stop();
  });

  it('is not given up when it has been answered meanwhile', async () => {
    const { another, wait, texts, data } = openAsked();
    const runtime = await another();
    await runtime.handle(says('ann', 1));
    await wait(9 * minute);
    await runtime.handle(says('ann', 2, '3'));
    await wait(20 * minute);
    expect(texts()).toEqual(['How many?', '3 it is']);
    expect([...data.keys()].filter((key) => key.startsWith('job/'))).toEqual([]);
    await runtime.stop();
  });

  it('has its time anew when it is asked again', async () => {
    const { another, wait, texts } = openAsked();
    const runtime = await another();
    await runtime.handle(says('ann', 1));
    await wait(9 * minute);
    await runtime.handle(says('ann', 2, 'purple'));
    const asked = texts().length;
    await wait(9 * minute);
    expect(texts()).toHaveLength(asked);
    await wait(minute);
    expect(texts().at(-1)).toBe('Are you there?');
    await runtime.stop();
  });

  it('is given up once by two processes, and by one that was started meanwhile', async () => {
    const { another, wait, texts, store } = openAsked();
    const first = await another();
    await first.handle(says('ann', 1));
    await first.handle(says('bob', 1));
    await first.stop();
    const two = [await another(), await another()];
    await wait(20 * minute);
    expect(texts().toSorted()).toEqual(['Are you there?', 'Are you there?', 'How many?', 'How many?']);
    for (const peer of ['ann', 'bob']) expect(await transcriptOf(store, peer)).toHaveLength(2);
    await Promise.all(two.map((runtime) => runtime.stop()));
  });

  it('is given up by a process that remembers how the conversation was before it was asked', async () => {
    const { another, wait, texts } = openAsked();
    const old = await another();
    const asking = await another();
    await old.handle(says('ann', 1));
    await old.handle(says('ann', 2, '3'));
    await wait(minute / 2);
    await asking.handle(says('ann', 3));
    await asking.stop();
    await wait(20 * minute);
    expect(texts()).toEqual(['How many?', '3 it is', 'How many?', 'Are you there?']);
    await old.stop();
  });
});
