import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ConversationId } from '../../src/channel/ids.ts';
import type { Conversation } from '../../src/runtime/conversation.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { counted } from './counting-actions.ts';
import { createMemoryStore, type Fault, type MemoryData } from './memory-store.ts';
import { createRandom } from './random.ts';
import { createRecordingChannel, type RecordingChannel } from './recording-channel.ts';
import { createRunning, type Running, range, says, shopper, transcriptOf } from './running.ts';

interface Receive {
  readonly runtime: 0 | 1;
  readonly peer: 'ann' | 'bob' | 'cyd';
  /** Few, so that some come twice. */
  readonly id: number;
  readonly pause: number;
}

interface Plan {
  readonly seed: number;
  readonly idempotent: boolean;
  readonly faulty: boolean;
  readonly receives: readonly Receive[];
}

const receive = fc.record<Receive>({
  runtime: fc.constantFrom(0, 1),
  peer: fc.constantFrom('ann', 'bob', 'cyd'),
  id: fc.integer({ min: 1, max: 12 }),
  pause: fc.integer({ min: 0, max: 6 }),
});
const plan = fc.record<Plan>({
  seed: fc.integer(),
  idempotent: fc.boolean(),
  faulty: fc.boolean(),
  receives: fc.array(receive, { minLength: 2, maxLength: 30 }),
});

/** What an id says is its own: a platform sends the same again. */
function wordsOf(id: number): string {
  return id % 4 === 0 ? 'slow' : id % 7 === 0 ? 'three' : 'hello';
}

const reached = { runs: 0, accepted: 0, duplicates: 0, conflicts: 0, injected: 0, failures: 0, slow: 0, resent: 0 };

interface World {
  readonly data: MemoryData;
  readonly clock: ManualClock;
  readonly channel: RecordingChannel;
  readonly runtimes: readonly Running[];
  readonly wait: (times: number) => Promise<void>;
}

async function openWorld({ seed, idempotent, faulty }: Plan): Promise<World> {
  const data: MemoryData = new Map();
  const clock = createManualClock();
  const next = createRandom(seed);
  const wait = async (times: number): Promise<void> => {
    for (let left = times; left > 0; left -= 1) {
      if (next() < 0.2) await new Promise((resolve) => setImmediate(resolve));
      else await null;
    }
  };
  const yields = () => wait(Math.floor(next() * 5));
  const fault = (): Fault => {
    if (!faulty || next() > 0.15) return 'none';
    const what = (['before', 'after', 'conflict'] as const)[Math.floor(next() * 3)] ?? 'none';
    if (what === 'conflict') reached.injected += 1;
    else reached.failures += 1;
    return what;
  };
  const channel = createRecordingChannel({
    idempotent,
    receipt: async () => {
      await yields();
      return { result: 'delivered' };
    },
  });
  const slowly = async (): Promise<void> => {
    reached.slow += 1;
    await wait(10);
  };
  const stores = [0, 1].map(() => {
    const store = createMemoryStore(data, { yields, fault });
    return {
      ...store,
      commit: async (writes: Parameters<typeof store.commit>[0]) => {
        const outcome = await store.commit(writes);
        if (outcome === 'conflict') reached.conflicts += 1;
        return outcome;
      },
    };
  });
  const runtimes = stores.map((store) => createRunning({ store, channel, clock, slowly }));
  for (const runtime of runtimes) await runtime.start();
  return { data, clock, channel, runtimes, wait };
}

/** As platforms do: again with the same id, until it is taken. */
async function send(world: World, { runtime, peer, id }: Receive): Promise<'accepted' | 'duplicate'> {
  for (let attempts = 0; attempts < 200; attempts += 1) {
    try {
      const outcome = await world.runtimes[runtime]?.receive(says(peer, id, wordsOf(id)));
      if (outcome) return outcome;
    } catch {
      reached.resent += 1;
    }
  }
  throw new Error('never accepted');
}

function isDone(data: MemoryData): boolean {
  return [...data].every(([key, { body }]) => {
    if (!key.startsWith('conversation/')) return true;
    const { inbox, outbox } = body as unknown as Conversation;
    return inbox.length + outbox.length === 0;
  });
}

/** Time goes by until nothing is left to do. */
async function finish({ data, clock, runtimes }: World): Promise<number> {
  let moved = 0;
  for (; moved < 300; moved += 1) {
    for (const runtime of runtimes) await runtime.settled();
    if (isDone(data)) break;
    clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return moved;
}

async function run(given: Plan): Promise<void> {
  const world = await openWorld(given);
  const sending: Promise<'accepted' | 'duplicate'>[] = [];
  for (const one of given.receives) {
    sending.push(send(world, one));
    await world.wait(one.pause);
  }
  const outcomes = await Promise.all(sending);
  const seconds = await finish(world);
  expect(isDone(world.data)).toBe(true);
  if (!given.faulty) expect(seconds).toBeLessThan(4);
  for (const peer of ['ann', 'bob', 'cyd'] as const) await expectModel(world, given, peer);
  reached.runs += 1;
  reached.accepted += outcomes.filter((outcome) => outcome === 'accepted').length;
  reached.duplicates += outcomes.filter((outcome) => outcome === 'duplicate').length;
  for (const runtime of world.runtimes) await runtime.stop();
}

async function expectModel(world: World, { receives, idempotent, faulty }: Plan, peer: Receive['peer']): Promise<void> {
  const own = receives.filter((one) => one.peer === peer);
  const distinct = new Set(own.map(({ id }) => id));
  const store = createMemoryStore(world.data);
  const transcript = await transcriptOf(store, peer);
  expect(transcript.map(({ turn }) => turn)).toEqual(range(distinct.size));
  expect(new Set(transcript.map(({ inboundId }) => Number(inboundId)))).toEqual(distinct);
  const counting = [...distinct].filter((id) => wordsOf(id) !== 'three').length;
  expect(await counted(store, shopper(peer) satisfies ConversationId)).toBe(counting);
  const shown = world.channel.shown.filter(({ to }) => to === peer);
  const firstSeen = [...new Set(shown.map(({ key }) => key))];
  expect(firstSeen).toEqual(firstSeen.toSorted(byPlace));
  expect(firstSeen).toHaveLength(transcript.flatMap(({ outbound }) => outbound).length);
  if (!idempotent && !faulty) expect(shown).toHaveLength(firstSeen.length);
  if (!faulty)
    expectOrder(
      own,
      transcript.map(({ inboundId }) => Number(inboundId)),
    );
}

function byPlace(one: string, other: string): number {
  const [a, b] = [one, other].map((key) => key.split(':').slice(-3).map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of two messages that only one runtime was given, the earlier is answered first. */
function expectOrder(own: readonly Receive[], order: readonly number[]): void {
  for (const runtime of [0, 1]) {
    const elsewhere = new Set(own.filter((one) => one.runtime !== runtime).map(({ id }) => id));
    const given = [...new Set(own.filter((one) => one.runtime === runtime).map(({ id }) => id))];
    const alone = given.filter((id) => !elsewhere.has(id));
    expect(order.filter((id) => alone.includes(id))).toEqual(alone);
  }
}

describe('two runtimes on one store, in any interleaving', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  afterAll(() => {
    process.off('unhandledRejection', note);
  });

  it('every distinct message is handled exactly once, in its runtime’s order, and its answers are shown in order', async () => {
    await fc.assert(fc.asyncProperty(plan, run), { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) });
    expect(unhandled).toEqual([]);
    for (const [what, count] of Object.entries(reached)) expect(count, what).toBeGreaterThan(20);
  });
});
