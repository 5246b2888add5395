import type { Cancel, Clock } from '../../../src/runtime/clock.ts';
import type { Job, JobName, Jobs } from '../../../src/runtime/jobs.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Store, Stored } from '../../../src/storage/store.ts';

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
      let cancel: Cancel = () => {};
      let current = Promise.resolve();
      let stopped = false;
      const look = (): void => {
        current = runDue({ store, clock, log }, run);
        void current.then(() => {
          if (!stopped) cancel = clock.after(everyMs, look);
        });
      };
      look();
      return async () => {
        stopped = true;
        cancel();
        await current;
      };
    },
  };
}

type Run = (job: Job) => Promise<void>;

async function runDue(parts: Omit<EmbeddedJobsParts, 'everyMs'>, run: Run): Promise<void> {
  try {
    const where = { runAt: { to: parts.clock.now() } };
    const due = await parts.store.find('job', { where, sort: { by: 'runAt', direction: 'up' } });
    for (const stored of due) await runOne(parts, stored, run);
  } catch (error) {
    parts.log.error('JOBS_FAILED', { code: errorCode(error) });
  }
}

/** Taken away only when it is done. A run that throws leaves it for the next look. */
async function runOne({ store }: Pick<EmbeddedJobsParts, 'store'>, stored: Stored, run: Run): Promise<void> {
  const job = readJob(stored);
  if (job) await run(job);
  await store.commit([{ kind: 'job', id: stored.id, revision: stored.revision, body: null }]);
}

const jobNames: readonly string[] = ['silence'] satisfies readonly JobName[];

function readJob({ id, body }: Stored): Job | null {
  const { name, runAt, data } = body;
  if (typeof name !== 'string' || !jobNames.includes(name) || typeof runAt !== 'number') return null;
  return { id, name: name as JobName, runAt, data: data as JsonObject };
}
