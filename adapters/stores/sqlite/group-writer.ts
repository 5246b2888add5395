import type { StoreError } from '../../../src/storage/errors.ts';
import { type Connection, toStoreError } from './connection.ts';
import type { Step } from './steps.ts';

export type Outcome = 'committed' | 'conflict';

interface Waiting {
  readonly steps: readonly Step[];
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: StoreError) => void;
}

/** Keeps one transaction, during which this process does nothing else, to a few milliseconds. */
const MOST_COMMITS_A_GROUP = 500;

export interface GroupWriter {
  commit(steps: readonly Step[]): Promise<Outcome>;
  /** Writes what waits. */
  flush(): void;
}

/** Commits handed in during the same turn of the event loop share one transaction, and so one sync to disk. */
export function createGroupWriter(db: Connection): GroupWriter {
  let waiting: Waiting[] = [];
  const writeNext = () => {
    const group = waiting.slice(0, MOST_COMMITS_A_GROUP);
    waiting = waiting.slice(MOST_COMMITS_A_GROUP);
    if (waiting.length > 0) setImmediate(writeNext);
    if (group.length > 0) settle(db, group);
  };
  return {
    commit: (steps) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ steps, resolve, reject }) === 1) setImmediate(writeNext);
      }),
    flush: () => {
      while (waiting.length > 0) writeNext();
    },
  };
}

function settle(db: Connection, group: readonly Waiting[]): void {
  try {
    const outcomes = write(db, group);
    group.forEach(({ resolve }, index) => {
      resolve(outcomes[index] ?? 'conflict');
    });
  } catch (error) {
    const failure = toStoreError(error);
    for (const { reject } of group) reject(failure);
  }
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
