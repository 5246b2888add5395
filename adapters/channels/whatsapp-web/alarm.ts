import type { Clock } from '../../../src/runtime/clock.ts';
import type { LineEnd } from './line-end.ts';

/** Goes off when what is expected next does not come. */
export interface Alarm {
  /** In place of whatever was expected before. */
  set(ms: number, end: LineEnd): void;
  rest(): void;
  isSet(): boolean;
}

export function createAlarm(clock: Clock, gone: AbortSignal, goOff: (end: LineEnd) => void): Alarm {
  let cancel: (() => void) | null = null;
  const rest = (): void => {
    cancel?.();
    cancel = null;
  };
  gone.addEventListener('abort', rest);
  return {
    rest,
    isSet: () => cancel !== null,
    set(ms, end) {
      rest();
      if (!gone.aborted) cancel = clock.after(ms, () => goOff(end));
    },
  };
}
