import type { RuntimeContext } from './context.ts';
import type { RuntimeSettings } from './settings.ts';
import { sleep } from './sleep.ts';

/** Resolves after so many milliseconds, or at once when the runtime stops. */
export function pause({ clock, stopping }: RuntimeContext, ms: number): Promise<void> {
  return sleep(clock, ms, stopping);
}

/** Twice as long after each failure. */
export function pauseAfter({ firstPauseMs, longestPauseMs }: RuntimeSettings, failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1));
}
