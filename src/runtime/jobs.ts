import type { JsonObject } from '../storage/json.ts';
import type { Write } from '../storage/store.ts';

/** Something to be done at a time. */
export interface Job {
  /** Unique: a job is planned once, whatever is replayed. */
  readonly id: string;
  readonly name: JobName;
  /** Epoch milliseconds. */
  readonly runAt: number;
  readonly data: JsonObject;
}

export type JobName = 'silence';

/**
 * Runs jobs at their time, each at least once, on one process. Jobs are planned by a write of their own kind inside the commit
 * that wants them, so none is lost between a decision and its job.
 */
export interface Jobs {
  /** Tells that a job has been committed, so that it need not be found by looking. */
  planned(job: Job): void;
  /** Begins to run what is due. A run that throws is tried again later. Resolves to the way to stop. */
  start(run: (job: Job) => Promise<void>): Promise<() => Promise<void>>;
}

export function planJob(job: Job): Write {
  return { kind: 'job', id: job.id, revision: 0, body: { name: job.name, runAt: job.runAt, data: job.data } };
}
