import type { Clock } from '../runtime/clock.ts';

/** A clock that only moves when it is told to. */
export interface ManualClock extends Clock {
  /** Goes forward and calls what has become due, in the order of its time. */
  forward(ms: number): void;
}

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

export function createManualClock(startsAt: number): ManualClock {
  let now = startsAt;
  let timers: readonly Timer[] = [];
  return {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    forward(ms) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
      timers = timers.filter(({ at }) => at > now);
      for (const { call } of due) call();
    },
  };
}
