/** How often something may be done. */
export interface Meter {
  /** Milliseconds until it may be done again, 0 when now. */
  wait(now: number): number;
  take(now: number): void;
  /** So quiet that a fresh meter says the same. */
  idle(now: number): boolean;
}

/** One every `interval` milliseconds, `burst` of them at once after a pause (generic cell rate algorithm). */
export function createMeter(interval: number, burst: number): Meter {
  let due = 0;
  return {
    wait: (now) => Math.max(0, Math.ceil(due - now - (burst - 1) * interval)),
    take: (now) => {
      due = Math.max(due, now) + interval;
    },
    idle: (now) => due <= now,
  };
}
