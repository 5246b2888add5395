import { setTimeout as wait } from 'node:timers/promises';

/** Time as the adapter needs it. */
export interface Timers {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when `signal` aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemTimers: Timers = {
  now: Date.now,
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
