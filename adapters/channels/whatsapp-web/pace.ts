import type { Clock } from '../../../src/runtime/clock.ts';
import { sleep } from '../../../src/runtime/sleep.ts';
import type { Pace } from './settings.ts';

export interface PaceGate {
  /** Resolves when a message may be sent: `null`, or with the milliseconds still to wait when they are too many. */
  pass(): Promise<number | null>;
}

export interface PaceDeps {
  readonly clock: Clock;
  readonly random: () => number;
}

/** One gate for everything this number sends, in the order in which it was asked. */
export function createPaceGate({ everyMs, jitterMs, patienceMs }: Pace, { clock, random }: PaceDeps): PaceGate {
  let openAt = 0;
  return {
    async pass() {
      const wait = Math.max(0, Math.ceil(openAt - clock.now()));
      if (wait > patienceMs) return wait;
      openAt = clock.now() + wait + everyMs + random() * jitterMs;
      await sleep(clock, wait);
      return null;
    },
  };
}
