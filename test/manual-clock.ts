import type { Clock } from '../src/runtime/clock.ts';

/** Time that only a test moves. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
  waiting(): number;
  /** Milliseconds until the next call; `null` when nobody waits. */
  nextIn(): number | null;
  /** Resolves as soon as somebody waits. */
  untilWaiting(): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

export function createManualClock(start = 1_790_000_000_000): ManualClock {
  const timers = new Set<Timer>();
  const watchers = new Set<() => void>();
  let now = start;
  const next = () => [...timers].sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      timers.add(timer);
      for (const watcher of [...watchers]) watcher();
      return () => timers.delete(timer);
    },
    advance(ms) {
      now += ms;
      for (let due = next(); due && due.at <= now; due = next()) {
        timers.delete(due);
        due.call();
      }
    },
    waiting: () => timers.size,
    nextIn: () => {
      const timer = next();
      return timer ? timer.at - now : null;
    },
    untilWaiting: () =>
      new Promise((resolve) => {
        const look = () => {
          if (timers.size === 0) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}
