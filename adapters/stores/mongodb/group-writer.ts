import { setTimeout as delay } from 'node:timers/promises';
import { StoreError } from '../../../src/storage/errors.ts';
import type { Kind } from '../../../src/storage/kinds.ts';
import type { Commit, Outcome } from './commits.ts';
import { type MongoConnection, toStoreError } from './connection.ts';
import { endOrphans, ORPHAN_AFTER_MS } from './orphans.ts';
import { type Attempt, writeAlone, writeTogether } from './transaction.ts';
import { createWaitingRoom, type Waiting } from './waiting-room.ts';

export interface GroupWriter {
  commit(commit: Commit): Promise<Outcome>;
  /** Resolves when nothing waits and nothing is being written. */
  settled(): Promise<void>;
}

/** Groups that may be under way at the same time: while the server syncs one, the next is being sent. */
const LANES = 2;

/** How long commits that other processes keep getting in the way of are tried again. */
const PATIENCE_MS = 10_000;

/** Commits that come while others are being written are gathered and share one transaction. */
export function createGroupWriter(connection: MongoConnection): GroupWriter {
  const room = createWaitingRoom();
  const lanes = new Set<Promise<void>>();
  let isScheduled = false;
  const fill = () => {
    isScheduled = false;
    while (lanes.size < LANES) {
      const group = room.take();
      if (group.length === 0) return;
      const lane: Promise<void> = settle(connection, group).finally(() => {
        lanes.delete(lane);
        room.release(group);
        schedule();
      });
      lanes.add(lane);
    }
  };
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(fill);
  };
  const settled = async () => {
    while (room.size() > 0 || lanes.size > 0) {
      if (lanes.size === 0) fill();
      await Promise.all(lanes);
    }
  };
  return {
    commit: (commit) =>
      new Promise((resolve, reject) => {
        room.enter({ commit, resolve, reject });
        schedule();
      }),
    settled,
  };
}

async function settle(connection: MongoConnection, group: readonly Waiting[]): Promise<void> {
  const session = connection.client.startSession();
  // What the server does not let us ask, it will end by itself, later.
  const impatience = setInterval(() => void endOrphans(connection.client).catch(() => undefined), ORPHAN_AFTER_MS);
  let rest = group;
  const answer = (some: readonly Waiting[], outcome: Outcome) => {
    for (const { resolve } of some) resolve(outcome);
    rest = rest.filter((waiting) => !some.includes(waiting));
  };
  try {
    const postpone = (some: readonly Waiting[]) => {
      rest = [...rest.filter((waiting) => !some.includes(waiting)), ...some];
    };
    await persist({ connection, session, rest: () => rest, answer, postpone });
  } catch (error) {
    const failure = toStoreError(error);
    for (const { reject } of rest) reject(failure);
  } finally {
    clearInterval(impatience);
    await session.endSession().catch(() => undefined);
  }
}

interface Attempting {
  readonly connection: MongoConnection;
  readonly session: ReturnType<MongoConnection['client']['startSession']>;
  readonly rest: () => readonly Waiting[];
  readonly answer: (some: readonly Waiting[], outcome: Outcome) => void;
  /** Behind all others. */
  readonly postpone: (some: readonly Waiting[]) => void;
}

/**
 * When a group does not go through, the commits that are stale are told so, and the others tried again without them. What another
 * process is about to write makes the server refuse the whole group: half of it is tried then, so that the rest need not wait for it.
 */
async function persist({ connection, session, rest, answer, postpone }: Attempting): Promise<void> {
  let deadline = Date.now() + PATIENCE_MS;
  let [attempt, size] = [1, rest().length];
  while (rest().length > 0) {
    const some = rest().slice(0, size);
    const isCommitted = (await attemptAll(connection, session, some)) === 'committed';
    const done = isCommitted ? some : await findStale(connection, some);
    answer(done, isCommitted ? 'committed' : 'conflict');
    if (done.length > 0) {
      [attempt, deadline] = [1, Date.now() + PATIENCE_MS];
      continue;
    }
    if (Date.now() > deadline) throw new StoreError('STORE_UNAVAILABLE', 'MongoDB kept refusing the transaction');
    postpone(some);
    size = Math.max(1, Math.ceil(some.length / 2));
    await delay(Math.random() * Math.min(2 ** attempt, 100));
    attempt += 1;
  }
}

function attemptAll(
  connection: MongoConnection,
  session: Attempting['session'],
  group: readonly Waiting[],
): Promise<Attempt> {
  const [alone] = group;
  const [write, ...others] = alone?.commit.writes ?? [];
  const isSimple = group.length === 1 && others.length === 0 && write !== undefined;
  if (isSimple && (write.document !== null || write.revision > 0)) return writeAlone(connection, write);
  return writeTogether(
    connection,
    session,
    group.map(({ commit }) => commit),
  );
}

async function findStale(connection: MongoConnection, group: readonly Waiting[]): Promise<readonly Waiting[]> {
  const ids = new Map<Kind, string[]>();
  for (const { commit } of group) {
    for (const { kind, id } of commit.writes) ids.set(kind, [...(ids.get(kind) ?? []), id]);
  }
  const current = new Map<string, number>();
  for (const [kind, list] of ids) {
    const found = connection.collection(kind).find({ _id: { $in: list } }, { projection: { revision: 1 } });
    for await (const { _id, revision } of found) current.set(`${kind}/${_id}`, revision);
  }
  return group.filter(({ commit }) => commit.writes.some(({ key, revision }) => (current.get(key) ?? 0) !== revision));
}
