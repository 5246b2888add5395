import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/runtime/conversation.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import type { Store } from '../../src/storage/store.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { counted } from './counting-actions.ts';
import { createGate } from './gate.ts';
import { createMemoryStore, type MemoryData } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, type Running, range, says, shopper } from './running.ts';

const memory = (): Store => createMemoryStore(new Map());
const texts = (shown: readonly { readonly text: string }[]): readonly string[] => shown.map(({ text }) => text);

/** Time goes by in steps until it is so; what is under way gets its turn between them. */
async function pass(clock: ManualClock, isSo: () => boolean, stepMs = 250): Promise<number> {
  const started = clock.now();
  for (let steps = 0; !isSo(); steps += 1) {
    if (steps > 20_000) throw new Error('it never became so');
    await new Promise((resolve) => setImmediate(resolve));
    if (!isSo()) clock.advance(stepMs);
  }
  return clock.now() - started;
}

async function conversationOf(store: Store, peer: string): Promise<Conversation> {
  return (await store.get('conversation', shopper(peer)))?.body as unknown as Conversation;
}

for (const idempotent of [true, false]) {
  describe(`a channel that ${idempotent ? 'takes keys' : 'takes no keys'}`, () => {
    it('is tried again after longer and longer pauses, and nothing overtakes the part that waits', async () => {
      const clock = createManualClock();
      const at: number[] = [];
      const channel = createRecordingChannel({
        idempotent,
        receipt: (_, attempt) => {
          at.push(clock.now());
          return attempt < 5 ? { result: 'retry', afterMs: null, reason: 'busy' } : { result: 'delivered' };
        },
      });
      const runtime = createRunning({ store: memory(), channel, clock });
      for (const id of [1, 2, 3]) await runtime.receive(says('ann', id));
      await pass(clock, () => channel.shown.length === 3);
      expect(texts(channel.shown)).toEqual(['1', '2', '3']);
      expect(texts(channel.tried).slice(0, 5)).toEqual(['1', '1', '1', '1', '1']);
      expect(at.slice(1, 5).map((time, index) => time - (at[index] ?? 0))).toEqual([500, 1_000, 2_000, 4_000]);
      await runtime.stop();
    });

    it('is given the time it asks for, however often', async () => {
      const clock = createManualClock();
      const channel = createRecordingChannel({
        idempotent,
        receipt: (_, attempt) =>
          attempt < 20 ? { result: 'retry', afterMs: 7_000, reason: 'flood' } : { result: 'delivered' },
      });
      const runtime = createRunning({ store: memory(), channel, clock });
      await runtime.receive(says('ann', 1));
      expect(await pass(clock, () => channel.shown.length === 1)).toBe(19 * 7_000);
      await runtime.stop();
    });

    it('that fails for longer than two hours leaves a dead letter, and the rest goes on', async () => {
      const clock = createManualClock();
      const store = memory();
      const channel = createRecordingChannel({
        idempotent,
        receipt: ({ text }) =>
          text === '1' ? { result: 'retry', afterMs: null, reason: 'broken' } : { result: 'delivered' },
      });
      const runtime = createRunning({ store, channel, clock });
      for (const id of [1, 2]) await runtime.receive(says('ann', id));
      expect(await pass(clock, () => channel.shown.length === 1, 5_000)).toBeGreaterThan(2 * 60 * 60_000);
      await runtime.stop();
      expect(texts(channel.tried)).toEqual([...range(40).map(() => '1'), '2']);
      expect(await store.find('dead-letter', {})).toMatchObject([
        {
          body: { conversation: shopper('ann'), reason: 'broken', inReplyTo: '1', part: { type: 'text', text: ['1'] } },
        },
      ]);
      expect((await conversationOf(store, 'ann')).outbox).toEqual([]);
    });

    it('that refuses a part, or throws, leaves a dead letter, and the rest goes on', async () => {
      const store = memory();
      const channel = createRecordingChannel({
        idempotent,
        receipt: ({ text }) => {
          if (text === 'one') return { result: 'rejected', reason: 'too long' };
          if (text === 'two') throw new TypeError('a defect');
          return { result: 'delivered' };
        },
      });
      const runtime = createRunning({ store, channel });
      expect(await runtime.handle(says('ann', 1, 'three'))).toBe('answered');
      await runtime.stop();
      expect(texts(channel.shown)).toEqual(['three']);
      const letters = await store.find('dead-letter', {});
      expect(letters.map(({ body }) => body['reason'])).toEqual(['too long', 'TypeError']);
    });

    it('whose shopper is gone drops all that waits, tells that it is over, and later messages are answered', async () => {
      const store = memory();
      const gate = createGate();
      const channel = createRecordingChannel({
        idempotent,
        receipt: async (_, attempt) => {
          if (attempt > 1) return { result: 'delivered' };
          await gate.pass();
          return { result: 'unreachable', reason: 'blocked' };
        },
      });
      const runtime = createRunning({ store, channel });
      const handled = [runtime.handle(says('ann', 1, 'three'))];
      await gate.untilReached();
      handled.push(runtime.handle(says('ann', 2)));
      await runtime.receive(says('ann', 3));
      gate.open();
      expect(await Promise.all(handled)).toEqual(['answered', 'answered']);
      expect(channel.tried).toHaveLength(1);
      expect(channel.ended).toEqual(['1', '2', '3']);
      await runtime.handle(says('ann', 4));
      expect(texts(channel.shown)).toEqual(['3']);
      await runtime.stop();
      expect((await conversationOf(store, 'ann')).outbox).toEqual([]);
      expect(await store.count('dead-letter', {})).toBe(0);
    });

    it('that hangs holds up neither other conversations nor, for ever, its own, nor a stop', async () => {
      const clock = createManualClock();
      const channel = createRecordingChannel({
        idempotent,
        receipt: ({ to }, attempt) => (to === 'ann' && attempt === 1 ? new Promise(() => {}) : { result: 'delivered' }),
      });
      const runtime = createRunning({ store: memory(), channel, clock });
      await runtime.receive(says('ann', 1));
      await channel.untilTried(1);
      for (const id of range(5)) expect(await runtime.handle(says('bob', id))).toBe('answered');
      await pass(clock, () => channel.shown.some(({ to }) => to === 'ann'), 5_000);
      await runtime.stop();
    });
  });
}

it('a stop waits some seconds for a channel that hangs, and the next process delivers what it had', async () => {
  const clock = createManualClock();
  const store = memory();
  const hanging = createRecordingChannel({ idempotent: false, receipt: () => new Promise(() => {}) });
  const first = createRunning({ store, channel: hanging, clock });
  await first.receive(says('ann', 1));
  await hanging.untilTried(1);
  let isStopped = false;
  const stopped = first.stop().then(() => {
    isStopped = true;
  });
  expect(await pass(clock, () => isStopped)).toBe(10_000);
  await stopped;
  const channel = createRecordingChannel({ idempotent: false });
  const second = createRunning({ store, channel, clock });
  await second.start();
  await channel.untilShown(1);
  await second.stop();
});

it('of three messages, where the process ends after the second, only the third is shown again', async () => {
  const data: MemoryData = new Map();
  let isAlive = true;
  const dying = createRecordingChannel({
    idempotent: false,
    receipt: ({ text }) => (text === 'three' ? new Promise(() => {}) : { result: 'delivered' }),
  });
  const store = createMemoryStore(data, { fault: () => (isAlive ? 'none' : 'before') });
  const clock = createManualClock();
  const first = createRunning({ store, channel: dying, clock });
  await first.receive(says('ann', 1, 'three'));
  await dying.untilTried(3);
  isAlive = false;
  clock.advance(60_000);
  const channel = createRecordingChannel({ idempotent: false });
  const second = createRunning({ store: createMemoryStore(data), channel, clock });
  await second.start();
  await channel.untilShown(1);
  await second.settled();
  expect(texts(channel.shown)).toEqual(['three']);
  expect(channel.shown.map(({ key }) => key)).toEqual([`${shopper('ann')}:1:2:0`]);
  await second.stop();
});

describe('a conversation that another process is at work on', () => {
  async function heldBy(by: string, until: number, data: MemoryData): Promise<void> {
    const stored = data.get(`conversation/${shopper('ann')}`);
    if (!stored) throw new Error('no conversation');
    const body = { ...stored.body, lease: { by, until }, dueAt: until } as JsonObject;
    data.set(`conversation/${shopper('ann')}`, { ...stored, revision: stored.revision + 1, body });
  }

  async function leftBehind(clock: ManualClock): Promise<{ data: MemoryData; waits: () => Promise<Running> }> {
    const data: MemoryData = new Map();
    const gate = createGate();
    const channel = createRecordingChannel({ idempotent: false });
    const busy = createRunning({ store: createMemoryStore(data), channel, clock, slowly: gate.pass });
    await busy.receive(says('ann', 1, 'slow'));
    await gate.untilReached();
    return { data, waits: async () => busy };
  }

  it('is left to it while its claim lasts, and taken over when it has run out', async () => {
    const clock = createManualClock();
    const { data } = await leftBehind(clock);
    await heldBy('elsewhere/1/x', clock.now() + 15_000, data);
    const store = createMemoryStore(data);
    const channel = createRecordingChannel({ idempotent: false });
    const other = createRunning({ store, channel, clock });
    await other.start();
    expect(await other.receive(says('ann', 2))).toBe('accepted');
    clock.advance(14_000);
    await other.settled();
    expect(channel.tried).toEqual([]);
    expect((await conversationOf(store, 'ann')).inbox.map(({ id }) => id)).toEqual(['1', '2']);
    await pass(clock, () => channel.shown.length === 2);
    expect(channel.shown.map(({ inReplyTo }) => inReplyTo)).toEqual(['1', '2']);
    expect(await counted(store, shopper('ann'))).toBe(2);
    await other.stop();
  });

  it('is taken over at once when that process of this machine is gone', async () => {
    const clock = createManualClock();
    const { data } = await leftBehind(clock);
    const [machine] = (await conversationOf(createMemoryStore(data), 'ann')).lease?.by.split('/') ?? [];
    expect(machine).toContain(hostname());
    for (const gone of [`${machine}/999999999/x`, `${machine}/${process.pid}/an-earlier-one`]) {
      await heldBy(gone, clock.now() + 15_000, data);
      const channel = createRecordingChannel({ idempotent: false });
      const next = createRunning({ store: createMemoryStore(data), channel, clock });
      await next.start();
      await next.receive(says('ann', gone.length));
      await channel.untilShown(1);
      await next.stop();
    }
  });
});

describe('a stop in the middle of a slow turn', () => {
  it('finishes the turn, keeps what came in meanwhile and after, and another runtime goes on at once', async () => {
    const data: MemoryData = new Map();
    const gate = createGate();
    // No claim runs out: the clock stands still.
    const clock = createManualClock();
    const channel = createRecordingChannel({ idempotent: false });
    const first = createRunning({ store: createMemoryStore(data), channel, clock, slowly: gate.pass });
    await first.start();
    await first.receive(says('ann', 1, 'slow'));
    await gate.untilReached();
    await first.receive(says('ann', 2));
    const stopped = first.stop();
    const late = first.receive(says('ann', 3));
    gate.open();
    await stopped;
    expect(await late).toBe('accepted');
    expect(await first.receive(says('ann', 4))).toBe('accepted');
    expect(texts(channel.shown)).toEqual(['1']);
    const second = createRunning({ store: createMemoryStore(data), channel, clock });
    await second.start();
    await channel.untilShown(4);
    expect(channel.shown.map(({ inReplyTo }) => inReplyTo)).toEqual(['1', '2', '3', '4']);
    await second.stop();
  });
});

it('a channel whose typing or end of turn fails harms no turn', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const channel = {
    ...createRecordingChannel(),
    typing: () => Promise.reject(new Error('no typing')),
    answered: () => {
      throw new Error('no end');
    },
  };
  const store = memory();
  const runtime = createRunning({ store, channel });
  expect(await runtime.handle(says('ann', 1, 'slow'))).toBe('answered');
  expect(await runtime.handle(says('ann', 2))).toBe('answered');
  await new Promise((resolve) => setImmediate(resolve));
  await runtime.stop();
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
  expect(await counted(store, shopper('ann'))).toBe(2);
});
