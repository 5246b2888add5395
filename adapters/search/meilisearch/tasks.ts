import { setTimeout } from 'node:timers/promises';
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { SearchError } from '../../../src/catalog/search-error.ts';

export interface TaskWatch {
  /** Resolves when the server has done them all; throws when one failed. */
  done(tasks: readonly EnqueuedTask[]): Promise<void>;
}

const firstPauseMs = 2;
const longestPauseMs = 50;
/** Task ids in one question; an address must not grow without bound. */
const askedAtOnce = 200;

/** Waits for tasks: one question for all of them, soon at first, then less often. */
export function createTaskWatch(client: Meilisearch, patienceMs: number): TaskWatch {
  return {
    async done(tasks) {
      const uids = tasks.map((task) => task.taskUid);
      for (let at = 0; at < uids.length; at += askedAtOnce)
        await allDone(client, uids.slice(at, at + askedAtOnce), patienceMs);
    },
  };
}

async function allDone(client: Meilisearch, uids: readonly number[], patienceMs: number): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 1.5)) {
    const { results } = await client.tasks.getTasks({ uids: [...uids], limit: uids.length });
    const failed = results.find((task) => task.status === 'failed' || task.status === 'canceled');
    if (failed)
      throw new SearchError(
        'SEARCH_FAILED',
        `Meilisearch could not do ${failed.type}: ${failed.error?.code ?? failed.status}`,
      );
    if (results.every((task) => task.status === 'succeeded')) return;
    if (Date.now() > giveUpAt) throw new SearchError('SEARCH_TIMEOUT', 'Meilisearch has not finished indexing in time');
    await setTimeout(pause);
  }
}
