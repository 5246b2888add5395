import { describe, expect, it } from 'vitest';
import { createEmbeddedJobs } from '../../adapters/jobs/embedded/embedded-jobs.ts';
import { type JobRun, planJob, runDueJobs } from '../../src/jobs/jobs.ts';
import type { LogFields } from '../../src/runtime/log.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';

const second = 1_000;

function openJobs() {
  const clock = createManualClock();
  const store = createMemoryStore(new Map());
  const logged: (LogFields | undefined)[] = [];
  const log = { ...silentLog, error: (_code: string, fields?: LogFields) => void logged.push(fields) };
  const plan = (id: string) => store.commit([planJob({ id, name: 'expire-order', runAt: clock.now(), data: {} })]);
  /** A look begins, and the next one is planned. */
  const look = async () => {
    clock.advance(second);
    await clock.untilWaiting();
  };
  return { clock, store, logged, plan, look, jobs: createEmbeddedJobs({ store, clock, log }) };
}

/** Open until it is called. */
function door() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = () => resolve();
  });
  return { open, opened };
}

describe('jobs in the process', () => {
  it('that take their time hold up no other, are not begun twice, and are waited for at the stop', async () => {
    const { clock, store, plan, look, jobs } = openJobs();
    const slow = door();
    const quick = door();
    const began: string[] = [];
    const run: JobRun = async ({ id }) => {
      began.push(id);
      if (id === 'slow') await slow.opened;
      else quick.open();
      return undefined;
    };
    await plan('slow');
    const stop = await jobs.start(run);
    await clock.untilWaiting();
    await plan('quick');
    await look();
    await quick.opened;
    await look();
    expect(began).toEqual(['slow', 'quick']);
    const stopped = stop();
    slow.open();
    await stopped;
    expect(await store.count('job', {})).toBe(0);
  });

  it('that fail are told of and come again, later each time, and as soon as ever once they have not failed', async () => {
    const { clock, store, plan } = openJobs();
    await plan('fails');
    const at = async () => Number((await store.get('job', 'fails'))?.body['runAt']) - clock.now();
    const fail = () => runDueJobs(store, clock.now(), () => Promise.reject(new Error('no')));
    const pauses: number[] = [];
    for (let times = 0; times < 11; times += 1) {
      await expect(fail()).rejects.toThrow('no');
      pauses.push(await at());
      clock.advance(await at());
    }
    expect(pauses.slice(0, 3)).toEqual([second, 2 * second, 4 * second]);
    expect(pauses.at(-1)).toBe(300 * second);
    await runDueJobs(store, clock.now(), async () => ({ again: clock.now() }));
    await expect(fail()).rejects.toThrow('no');
    expect(await at()).toBe(second);
  });

  it('that always fail do not keep the others from their turn, however many they are', async () => {
    const { clock, store, plan, logged, look, jobs } = openJobs();
    for (let number = 0; number < 150; number += 1) await plan(`bad-${number}`);
    clock.advance(1);
    await plan('good');
    const stop = await jobs.start(async ({ id }) => {
      if (id !== 'good') throw new Error('no');
      return undefined;
    });
    await clock.untilWaiting();
    for (let looks = 0; looks < 10; looks += 1) await look();
    await stop();
    expect(await store.get('job', 'good')).toBeNull();
    expect(logged.length).toBeGreaterThanOrEqual(150);
  });
});
