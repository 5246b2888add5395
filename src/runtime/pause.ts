import type { RuntimeContext } from './context.ts';
import type { RuntimeSettings } from './settings.ts';

/** Resolves after so many milliseconds, or at once when the runtime stops. */
export function pause({ clock, stopping }: RuntimeContext, ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    const done = (): void => {
      cancel();
      stopping.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    stopping.addEventListener('abort', done);
  });
}

/** Twice as long after each failure. */
export function pauseAfter({ firstPauseMs, longestPauseMs }: RuntimeSettings, failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1));
}
