import type { Clock } from '../runtime/clock.ts';
import { ModelError } from './model-error.ts';

export interface BreakerParts {
  readonly clock: Clock;
  /** Outages in a row after which nobody is asked for a while. */
  readonly most: number;
  readonly restMs: number;
}

/**
 * Spares shoppers the wait for a model that does not answer anybody: meanwhile it rejects at once with `MODEL_RESTING`. What is the
 * fault of one file does not count, or a shopper could make the shop deaf.
 */
export function createBreaker({ clock, most, restMs }: BreakerParts): <T>(ask: () => Promise<T>) => Promise<T> {
  let outages = 0;
  let restsUntil = 0;
  return async (ask) => {
    if (clock.now() < restsUntil) throw new ModelError('MODEL_RESTING');
    try {
      const answer = await ask();
      outages = 0;
      return answer;
    } catch (error) {
      outages = isOutage(error) ? outages + 1 : 0;
      if (outages >= most) restsUntil = clock.now() + restMs;
      throw error;
    }
  };
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof ModelError)) return false;
  switch (error.code) {
    case 'MODEL_KEY_REFUSED':
    case 'MODEL_LIMITED':
    case 'MODEL_FAILED':
    case 'MODEL_TIMEOUT':
    case 'MODEL_UNREACHED':
      return true;
    case 'MODEL_REFUSED':
    case 'MODEL_EMPTY':
    case 'MODEL_RESTING':
      return false;
  }
}
