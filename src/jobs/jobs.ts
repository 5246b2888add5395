import type { JsonObject } from '../storage/json.ts';
import type { Store, Stored, Write } from '../storage/store.ts';

/** Something to be done at a time. */
export interface Job {
  /** Unique: a job is planned once, whatever is replayed. */
  readonly id: string;
  readonly name: JobName;
  /** Epoch milliseconds. */
  readonly runAt: number;
  readonly data: JsonObject;
}

/** `errands.ts` in the runtime says what each of them does. */
export const jobNames = [
  'silence',
  'news',
  'expire-order',
  'stock-low',
  'ask-review',
  'reconcile-payments',
  'reprice',
  'track-parcels',
  'sync-shop',
] as const;

export type JobName = (typeof jobNames)[number];

/** `again`: when it is to run once more, epoch milliseconds. */
export type JobRun = (job: Job) => Promise<{ readonly again: number } | undefined>;

/** What jobs do beside waking conversations: payments, prices, parcels. Each may run more than once. */
export type Errands = Readonly<Partial<Record<Exclude<JobName, 'silence' | 'news'>, JobRun>>>;

/**
 * Runs jobs at their time, each at least once, on one process. Jobs are planned by a write of their own kind inside the commit
 * that wants them, so none is lost between a decision and its job.
 */
export interface Jobs {
  /** Tells that a job has been committed, so that it need not be found by looking. */
  planned(job: Job): void;
  /** Begins to run what is due. A run that throws is tried again later. Resolves to the way to stop. */
  start(run: JobRun): Promise<() => Promise<void>>;
}

export function planJob(job: Job): Write {
  return { kind: 'job', id: job.id, revision: 0, body: { name: job.name, runAt: job.runAt, data: job.data } };
}

/**
 * Runs what is due by `now`. A job is taken away only when it is done: a run that throws leaves it for the next time, and holds
 * up no other. Throws the first of such errors when all have had their run.
 */
export async function runDueJobs(store: Store, now: number, run: JobRun): Promise<void> {
  const due = await store.find('job', { where: { runAt: { to: now } }, sort: { by: 'runAt', direction: 'up' } });
  const outcomes = await Promise.allSettled(due.map((stored) => runOne(store, stored, run)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

async function runOne(store: Store, stored: Stored, run: JobRun): Promise<void> {
  const job = readJob(stored);
  const after = job === null ? undefined : await run(job);
  const body = after === undefined ? null : { ...stored.body, runAt: after.again };
  await store.commit([{ kind: 'job', id: stored.id, revision: stored.revision, body }]);
}

function readJob({ id, body }: Stored): Job | null {
  const { runAt, data } = body;
  const name = jobNames.find((known) => known === body['name']);
  if (name === undefined || typeof runAt !== 'number') return null;
  return { id, name, runAt, data: data as JsonObject };
}

/** Something that is done again and again: begun once, however many processes begin it. */
export async function beginRecurring(store: Store, name: JobName, runAt: number): Promise<void> {
  const id = `every:${name}`;
  if ((await store.get('job', id)) !== null) return;
  await store.commit([planJob({ id, name, runAt, data: {} })]);
}
