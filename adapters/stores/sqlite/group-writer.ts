import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoreError } from '../../../src/storage/errors.ts';
import { type Connection, isBusy, toStoreError } from './connection.ts';
import type { Step } from './steps.ts';

export type Outcome = 'committed' | 'conflict';

interface Waiting {
  readonly steps: readonly Step[];
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: StoreError) => void;
}

/** Keeps one transaction, during which this process does nothing else, to a few milliseconds. */
const MOST_COMMITS_A_GROUP = 500;

/** How long commits wait for another process that writes to the same file. */
const PATIENCE_MS = 5_000;

export interface GroupWriter {
  commit(steps: readonly Step[]): Promise<Outcome>;
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>;
}

/** Commits handed in during the same turn of the event loop share one transaction, and so one sync to disk. */
export function createGroupWriter(db: Connection): GroupWriter {
  let waiting: Waiting[] = [];
  let busySince: number | null = null;
  const writeNext = () => {
    const group = waiting.slice(0, MOST_COMMITS_A_GROUP);
    busySince = settle(db, group, busySince);
    if (busySince === null) waiting = waiting.slice(MOST_COMMITS_A_GROUP);
    if (busySince !== null) setTimeout(writeNext, 1 + Math.random() * 4);
    else if (waiting.length > 0) setImmediate(writeNext);
  };
  return {
    commit: (steps) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ steps, resolve, reject }) === 1) setImmediate(writeNext);
      }),
    settled: async () => {
      while (waiting.length > 0) await nextTurn();
    },
  };
}

/** Returns null when every commit has its answer, or else since when another process has kept the file to itself. */
function settle(db: Connection, group: readonly Waiting[], busySince: number | null): number | null {
  try {
    const outcomes = write(db, group);
    group.forEach(({ resolve }, index) => {
      resolve(outcomes[index] ?? 'conflict');
    });
  } catch (error) {
    const since = busySince ?? Date.now();
    if (isBusy(error) && Date.now() - since < PATIENCE_MS) return since;
    const failure = toStoreError(error);
    for (const { reject } of group) reject(failure);
  }
  return null;
}

function write(db: Connection, group: readonly Waiting[]): readonly Outcome[] {
  const [alone, ...others] = group;
  // SQLite makes a statement on its own a transaction, for less than `begin` and `commit` cost.
  if (alone?.steps.length === 1 && others.length === 0) return writeTogether(group) ?? [];
  return inTransaction(db, () => writeTogether(group)) ?? inTransaction(db, () => writeOneByOne(db, group)) ?? [];
}

function inTransaction(db: Connection, work: () => readonly Outcome[] | null): readonly Outcome[] | null {
  db.exec('begin immediate');
  try {
    const outcomes = work();
    db.exec(outcomes === null ? 'rollback' : 'commit');
    return outcomes;
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

/** Without savepoints, which only a commit that fails after its first step would need; null when there is one. */
function writeTogether(group: readonly Waiting[]): readonly Outcome[] | null {
  const outcomes: Outcome[] = [];
  for (const { steps } of group) {
    const done = stepsDone(steps);
    if (done !== steps.length && done !== 0) return null;
    outcomes.push(done === steps.length ? 'committed' : 'conflict');
  }
  return outcomes;
}

function writeOneByOne(db: Connection, group: readonly Waiting[]): readonly Outcome[] {
  return group.map(({ steps }) => {
    db.exec('savepoint one');
    const isDone = stepsDone(steps) === steps.length;
    db.exec(isDone ? 'release one' : 'rollback to one; release one');
    return isDone ? 'committed' : 'conflict';
  });
}

/** How many steps took hold before the first that did not. */
function stepsDone(steps: readonly Step[]): number {
  let done = 0;
  for (const { statement, values } of steps) {
    if (statement.run(values).changes !== 1) break;
    done++;
  }
  return done;
}
