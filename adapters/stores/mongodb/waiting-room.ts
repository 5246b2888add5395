import type { StoreError } from '../../../src/storage/errors.ts';
import { type Commit, MOST_BYTES_A_COMMAND, type Outcome } from './commits.ts';

export interface Waiting {
  readonly commit: Commit;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: StoreError) => void;
}

export interface WaitingRoom {
  enter(waiting: Waiting): void;
  /** The next group: no two of its commits touch the same document, nor one that a group taken earlier has not released. */
  take(): readonly Waiting[];
  release(group: readonly Waiting[]): void;
  size(): number;
}

const MOST_COMMITS_A_GROUP = 500;

/** Keeps commits of one document in the order they came, and lets those of others pass. */
export function createWaitingRoom(): WaitingRoom {
  let queue: Waiting[] = [];
  const taken = new Set<string>();
  return {
    enter: (waiting) => {
      queue.push(waiting);
    },
    take: () => {
      const { group, left } = split(queue, taken);
      queue = left;
      for (const { commit } of group) for (const { key } of commit.writes) taken.add(key);
      return group;
    },
    release: (group) => {
      for (const { commit } of group) for (const { key } of commit.writes) taken.delete(key);
    },
    size: () => queue.length,
  };
}

function split(queue: readonly Waiting[], taken: ReadonlySet<string>): { group: Waiting[]; left: Waiting[] } {
  const group: Waiting[] = [];
  const left: Waiting[] = [];
  const passed = new Set<string>();
  let bytes = 0;
  for (const waiting of queue) {
    const { writes } = waiting.commit;
    const isFull =
      group.length === MOST_COMMITS_A_GROUP ||
      (group.length > 0 && bytes + waiting.commit.bytes > MOST_BYTES_A_COMMAND);
    const isFree = !isFull && writes.every(({ key }) => !taken.has(key) && !passed.has(key));
    for (const { key } of writes) passed.add(key);
    (isFree ? group : left).push(waiting);
    if (isFree) bytes += waiting.commit.bytes;
  }
  return { group, left };
}
