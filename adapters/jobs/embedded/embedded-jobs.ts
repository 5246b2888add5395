import { beginDueJobs, type JobRun, type Jobs, type UnderWay } from '../../../src/jobs/jobs.ts';
import type { Cancel, Clock } from '../../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import type { Store } from '../../../src/storage/store.ts';

export interface EmbeddedJobsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** How often the store is asked for what is due; 1,000 when absent. */
  readonly everyMs?: number;
}

/**
 * Jobs in the process: found in the store when they are due. Two processes may run the same job at the same moment; what a job
 * does is told apart by its id, so that it is done once.
 */
export function createEmbeddedJobs({ store, clock, log, everyMs = 1_000 }: EmbeddedJobsParts): Jobs {
  return {
    planned() {},
    async start(run) {
      const underWay: UnderWay = new Map();
      let cancel: Cancel = () => {};
      let current = Promise.resolve();
      let stopped = false;
      const look = (): void => {
        current = beginDue({ store, clock, log }, run, underWay);
        void current.then(() => {
          if (!stopped) cancel = clock.after(everyMs, look);
        });
      };
      look();
      return async () => {
        stopped = true;
        cancel();
        await current;
        await Promise.allSettled(underWay.values());
      };
    },
  };
}

type Beginning = Omit<EmbeddedJobsParts, 'everyMs'>;

async function beginDue({ store, clock, log }: Beginning, run: JobRun, underWay: UnderWay): Promise<void> {
  const failed = (error: unknown): void => log.error('JOBS_FAILED', { code: errorCode(error) });
  try {
    const begun = await beginDueJobs({ store, now: clock.now(), run }, underWay);
    for (const one of begun) one.catch(failed);
  } catch (error) {
    failed(error);
  }
}
