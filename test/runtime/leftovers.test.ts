import { describe, expect, it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { counted } from './counting-actions.ts';
import { createGate } from './gate.ts';
import { createMemoryStore, type MemoryData } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, range, says, shopper } from './running.ts';

describe('what an earlier process has left', () => {
  it('is taken up at the start in all conversations, however many were due at the same moment', async () => {
    const data: MemoryData = new Map();
    const clock = createManualClock();
    const dead = createRecordingChannel({ receipt: () => new Promise(() => {}) });
    const first = createRunning({ store: createMemoryStore(data), channel: dead, clock });
    await Promise.all(range(450).map((index) => first.receive(says(`peer${index}`, 1))));
    const channel = createRecordingChannel();
    const second = createRunning({ store: createMemoryStore(data), channel, clock });
    await second.start();
    await channel.untilShown(450);
    await second.settled();
    expect(new Set(channel.shown.map(({ to }) => to)).size).toBe(450);
    await second.stop();
  });

  it('does not hold up a start, however slow it is', async () => {
    const data: MemoryData = new Map();
    const never = createGate();
    const first = createRunning({
      store: createMemoryStore(data),
      channel: createRecordingChannel(),
      slowly: never.pass,
    });
    await first.receive(says('ann', 1, 'slow'));
    await never.untilReached();
    releaseClaim(data, 'ann');
    const gate = createGate();
    const channel = createRecordingChannel();
    const second = createRunning({ store: createMemoryStore(data), channel, slowly: gate.pass });
    await second.start();
    expect(await second.handle(says('bob', 1))).toBe('answered');
    expect(channel.shown.map(({ to }) => to)).toEqual(['bob']);
    gate.open();
    await channel.untilShown(2);
    await second.stop();
  });
});

function releaseClaim(data: MemoryData, peer: string): void {
  const key = `conversation/${shopper(peer)}`;
  const stored = data.get(key);
  if (stored) data.set(key, { ...stored, revision: stored.revision + 1, body: { ...stored.body, lease: null } });
}

describe('a slow action, which tells the outside its turn’s key', () => {
  it('is not begun for a turn that turns out to be another message’s, nor by two processes', async () => {
    const data: MemoryData = new Map();
    const keys: string[] = [];
    const gate = createGate();
    const slowly = async ({ key }: { readonly key: string }): Promise<void> => {
      keys.push(key);
      await gate.pass();
    };
    const channel = createRecordingChannel();
    const [one, other] = [0, 1].map(() => createRunning({ store: createMemoryStore(data), channel, slowly }));
    await one?.handle(says('ann', 1));
    // The other takes a turn that the first does not know of.
    await other?.handle(says('ann', 2));
    await Promise.all([one?.receive(says('ann', 3, 'slow')), other?.receive(says('ann', 4, 'slow'))]);
    await gate.untilReached();
    gate.open();
    await channel.untilKeysShown(4);
    await Promise.all([one?.stop(), other?.stop()]);
    // Before it the turn has noted how the message sounds.
    expect(keys).toEqual([`${shopper('ann')}:3:1`, `${shopper('ann')}:4:1`]);
    expect(await counted(createMemoryStore(data), shopper('ann'))).toBe(4);
  });
});

describe('a message that another process is left to answer', () => {
  it('is told of as answered to who waits for it here', async () => {
    const data: MemoryData = new Map();
    const clock = createManualClock();
    const gate = createGate();
    const channel = createRecordingChannel();
    const busy = createRunning({ store: createMemoryStore(data), channel, clock, slowly: gate.pass });
    const other = createRunning({ store: createMemoryStore(data), channel, clock });
    await Promise.all([busy.start(), other.start()]);
    await busy.receive(says('ann', 1, 'slow'));
    await gate.untilReached();
    let isAnswered = false;
    const handled = other.handle(says('ann', 2)).then((outcome) => {
      isAnswered = true;
      return outcome;
    });
    await other.settled();
    gate.open();
    await channel.untilShown(2);
    await busy.settled();
    for (let seconds = 0; seconds < 5 && !isAnswered; seconds += 1) {
      clock.advance(1_000);
      await busy.settled();
      await other.settled();
    }
    expect(isAnswered).toBe(true);
    expect(await handled).toBe('answered');
    await Promise.all([busy.stop(), other.stop()]);
  });
});

describe('a message that comes the moment after another', () => {
  it('is answered too, however many steps of the event loop lie between', async () => {
    for (const steps of range(60)) {
      const store = createMemoryStore(new Map());
      const runtime = createRunning({ store, channel: createRecordingChannel({ idempotent: steps % 2 === 0 }) });
      const first = runtime.receive(says('ann', 1));
      await first;
      for (let left = steps; left > 0; left -= 1) await null;
      expect(await runtime.handle(says('ann', 2))).toBe('answered');
      await runtime.stop();
    }
  });
});

describe('a quick turn on a channel that takes keys', () => {
  it('costs one commit, and nothing is read again', async () => {
    let reads = 0;
    let commits = 0;
    const inner = createMemoryStore(new Map(), {
      reading: () => {
        reads += 1;
      },
    });
    const commit: typeof inner.commit = (writes) => {
      commits += 1;
      return inner.commit(writes);
    };
    const store = { ...inner, commit };
    const flows = ['flow: hi\nabout: Greet.\nstarts on:\n  - when: anything else\nsteps:\n  - say: hi\n'];
    const runtime = createRunning({ store, channel: createRecordingChannel(), flows, clock: createManualClock() });
    await runtime.start();
    await runtime.handle(says('ann', 1));
    [reads, commits] = [0, 0];
    for (const id of range(10)) await runtime.handle(says('ann', id + 1));
    expect({ reads, commits }).toEqual({ reads: 0, commits: 10 });
    await runtime.stop();
  });
});
