import { afterAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/storage/errors.ts';
import type { Write } from '../../src/storage/store.ts';
import { counted } from './counting-actions.ts';
import { createMemoryStore, type Fault, type MemoryData } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, range, says, shopper, transcriptOf } from './running.ts';
import { sqlitePlace } from './stores.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
process.on('unhandledRejection', note);
afterAll(() => void process.off('unhandledRejection', note));

/** Sends until it is taken, as platforms do; how often it was refused. */
async function sendUntilTaken(send: () => Promise<unknown>): Promise<number> {
  for (let refusals = 0; refusals < 50; refusals += 1) {
    const isTaken = await send().then(
      () => true,
      (error: unknown) => {
        expect(error).toBeInstanceOf(StoreError);
        return false;
      },
    );
    if (isTaken) return refusals;
  }
  throw new Error('never taken');
}

describe('a store that fails', () => {
  for (const when of ['before', 'after'] as const) {
    for (const words of ['hello', 'slow'] as const) {
      for (const nth of [1, 2, 3, 4]) {
        it(`${when} its commit number ${nth}, with a ${words === 'slow' ? 'slow' : 'quick'} action: sent again, every message is handled once`, async () => {
          let commits = 0;
          const fault = (): Fault => {
            commits += 1;
            return commits === nth ? when : 'none';
          };
          const store = createMemoryStore(new Map(), { fault });
          const channel = createRecordingChannel();
          const settings = { leaseMs: 30, sweepMs: 5, receiptMs: 5 };
          const runtime = createRunning({ store, channel, settings });
          await runtime.start();
          const refusals = await Promise.all(
            range(3).map((id) => sendUntilTaken(() => runtime.receive(says('ann', id, words)))),
          );
          await channel.untilShown(3);
          await runtime.stop();
          expect(commits).toBeGreaterThanOrEqual(nth);
          if (nth === 1) expect(refusals.some((count) => count > 0)).toBe(true);
          expect(await counted(store, shopper('ann'))).toBe(3);
          expect((await transcriptOf(store, 'ann')).map(({ turn }) => turn)).toEqual([1, 2, 3]);
          expect(channel.shown.map(({ text }) => text)).toEqual(['1', '2', '3']);
        });
      }
    }
  }

  it('to read: the message is refused, all that wait with it too, and the next one works', async () => {
    let isBroken = true;
    const reading = (): void => {
      if (isBroken) throw new StoreError('STORE_UNAVAILABLE', 'gone');
    };
    const store = createMemoryStore(new Map(), { reading });
    const runtime = createRunning({ store, channel: createRecordingChannel() });
    const outcomes = await Promise.allSettled(range(3).map((id) => runtime.receive(says('ann', id))));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    isBroken = false;
    for (const id of range(4)) expect(await runtime.handle(says('ann', id))).toBe('answered');
    await runtime.stop();
    expect(await counted(store, shopper('ann'))).toBe(4);
  });

  it('while delivered parts are being written down: nothing is shown twice, and who waits is told', async () => {
    let isBroken = false;
    const fault = (): Fault => (isBroken ? 'before' : 'none');
    const data: MemoryData = new Map();
    const channel = createRecordingChannel({
      idempotent: false,
      receipt: () => {
        isBroken = true;
        return { result: 'delivered' };
      },
    });
    const settings = { leaseMs: 30, sweepMs: 5, receiptMs: 5 };
    const runtime = createRunning({ store: createMemoryStore(data, { fault }), channel, settings });
    await runtime.start();
    expect(await runtime.handle(says('ann', 1))).toBe('answered');
    isBroken = false;
    await runtime.handle(says('ann', 2));
    isBroken = false;
    await runtime.stop();
    expect(channel.shown.map(({ text }) => text)).toEqual(['1', '2']);
    expect(data.get(`conversation/${shopper('ann')}`)?.body).toMatchObject({ outbox: [], lease: null });
  });

  it('because it is closed: messages are refused, and the runtime still stops', async () => {
    const open = sqlitePlaceOnce.fresh();
    const store = await open();
    const runtime = createRunning({ store, channel: createRecordingChannel() });
    await runtime.start();
    await runtime.handle(says('ann', 1));
    await store.close();
    await expect(runtime.receive(says('ann', 2))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(runtime.handle(says('ann', 2))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await runtime.stop();
    expect(await counted(await open(), shopper('ann'))).toBe(1);
  });
});

const sqlitePlaceOnce = sqlitePlace();

describe('writes that others get in the way of', () => {
  it('two conversations that change one document at the same time lose no change', async () => {
    const data: MemoryData = new Map();
    const yields = () => new Promise<void>((resolve) => setImmediate(resolve));
    let conflicts = 0;
    const store = createMemoryStore(data, { yields });
    const commit = async (writes: readonly Write[]) => {
      const outcome = await store.commit(writes);
      if (outcome === 'conflict') conflicts += 1;
      return outcome;
    };
    const channel = createRecordingChannel();
    const counter = () => 'shared';
    const runtime = createRunning({ store: { ...store, commit }, channel, counter });
    const peers = ['ann', 'bob'];
    const handled = range(20).flatMap((id) =>
      peers.map((peer) => runtime.handle(says(peer, id, id % 3 === 0 ? 'slow' : 'hello'))),
    );
    await Promise.all(handled);
    await runtime.stop();
    expect(conflicts).toBeGreaterThan(5);
    expect(await counted(store, 'shared')).toBe(40);
    const told = channel.shown.map(({ text }) => Number(text)).toSorted((a, b) => a - b);
    expect(told).toEqual(range(40));
  });

  it('an action that always writes against the wrong revision ends in an apology, and the conversation goes on', async () => {
    let isWrong = true;
    const store = createMemoryStore(new Map());
    const spoil = async (writes: readonly Write[]) =>
      isWrong && writes.some(({ kind }) => kind === 'cart') ? ('conflict' as const) : store.commit(writes);
    const channel = createRecordingChannel();
    const runtime = createRunning({ store: { ...store, commit: spoil }, channel });
    await runtime.handle(says('ann', 1));
    expect(channel.shown[0]?.text).toMatch(/sorry/i);
    expect(runtime.logged).toEqual(['TURN_BROKEN {"code":"TURN_CONTESTED","flow":null}']);
    isWrong = false;
    await runtime.handle(says('ann', 2));
    expect(channel.shown[1]?.text).toBe('1');
    await runtime.stop();
  });
});

it('nothing is rejected that nobody handles', async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});
