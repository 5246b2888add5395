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
  'summarise',
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
  /** Begins to run what is due. A run that throws is tried again later. Resolves to the way to stop, which waits for what is under way. */
  start(run: JobRun): Promise<() => Promise<void>>;
}

export function planJob(job: Job): Write {
  return { kind: 'job', id: job.id, revision: 0, body: { name: job.name, runAt: job.runAt, data: job.data } };
}

/** Jobs that this process is at, by id. */
export type UnderWay = Map<string, Promise<void>>;

interface DueJobs {
  readonly store: Store;
  readonly now: number;
  readonly run: JobRun;
}

/** At once, in one process. */
const mostAtOnce = 100;

/** Runs what is due by `now`, and throws the first error when all have had their run. */
export async function runDueJobs(store: Store, now: number, run: JobRun): Promise<void> {
  const outcomes = await Promise.allSettled(await beginDueJobs({ store, now, run }, new Map()));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/**
 * Begins what is due and not under way yet; what takes its time holds up no other. A job is taken away only when it is done: one that
 * throws is put off, the longer the more often it has, so that jobs which fail again and again do not keep all others from their turn.
 */
export async function beginDueJobs(due: DueJobs, underWay: UnderWay): Promise<readonly Promise<void>[]> {
  // As it is before the store is asked: what ends meanwhile may still be in the answer.
  const busy = new Set(underWay.keys());
  const where = { runAt: { to: due.now } };
  const found = await due.store.find('job', { where, sort: { by: 'runAt', direction: 'up' }, limit: mostAtOnce });
  const fresh = found.filter(({ id }) => !busy.has(id)).slice(0, mostAtOnce - busy.size);
  return fresh.map((stored) => {
    const done = runOne(due, stored).finally(() => underWay.delete(stored.id));
    underWay.set(stored.id, done);
    return done;
  });
}

async function runOne(due: DueJobs, stored: Stored): Promise<void> {
  const job = readJob(stored);
  const after = job === null ? undefined : await due.run(job).catch((error: unknown) => putOff(due, stored, error));
  const body = after === undefined ? null : { ...stored.body, runAt: after.again, failed: 0 };
  await due.store.commit([{ kind: 'job', id: stored.id, revision: stored.revision, body }]);
}

const firstPauseMs = 1_000;
const longestPauseMs = 5 * 60_000;

async function putOff({ store, now }: DueJobs, { id, revision, body }: Stored, error: unknown): Promise<never> {
  const failed = typeof body['failed'] === 'number' ? body['failed'] : 0;
  const runAt = now + Math.min(longestPauseMs, firstPauseMs * 2 ** failed);
  const write = { kind: 'job', id, revision, body: { ...body, runAt, failed: failed + 1 } } as const;
  // Where the store itself is down the job stays as it is, due at once.
  await store.commit([write]).catch(() => undefined);
  throw error;
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
