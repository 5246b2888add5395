import type { Clock } from '../runtime/clock.ts';
import { ModelError } from './model-error.ts';

export interface BreakerParts {
  readonly clock: Clock;
  /** Outages in a row after which nobody is asked for a while. */
  readonly most: number;
  /** Fewer of those for which everybody has waited as long as they may; as many as `most` when left out. */
  readonly mostTimeouts?: number;
  readonly restMs: number;
}

/**
 * Spares shoppers the wait for a model that does not answer anybody: meanwhile it rejects at once with `MODEL_RESTING`. After the rest
 * one asks for all, and the others go on being spared until it is known how that went. What is the fault of one file does not count,
 * or a shopper could make the shop deaf.
 */
export function createBreaker({
  clock,
  most,
  mostTimeouts = most,
  restMs,
}: BreakerParts): <T>(ask: () => Promise<T>) => Promise<T> {
  let outages = 0;
  let restsUntil = 0;
  const admit = (): void => {
    if (outages < most) return;
    if (clock.now() < restsUntil) throw new ModelError('MODEL_RESTING');
    // Also the end of a probe that never comes back.
    restsUntil = clock.now() + restMs;
  };
  const learn = (error: unknown): void => {
    const sign = signOf(error);
    if (sign === 'alive') outages = 0;
    if (sign === 'outage') outages += 1;
    if (sign === 'timeout') outages += most / mostTimeouts;
    if (outages >= most) restsUntil = sign === 'nothing' ? 0 : clock.now() + restMs;
  };
  return async (ask) => {
    admit();
    try {
      const answer = await ask();
      outages = 0;
      return answer;
    } catch (error) {
      learn(error);
      throw error;
    }
  };
}

/** What a failure tells of the server: nothing, where it was not asked at all. */
function signOf(error: unknown): 'outage' | 'timeout' | 'alive' | 'nothing' {
  if (!(error instanceof ModelError)) return 'nothing';
  switch (error.code) {
    case 'MODEL_KEY_REFUSED':
    case 'MODEL_LIMITED':
    case 'MODEL_FAILED':
    case 'MODEL_CUT':
    case 'MODEL_UNREACHED':
      return 'outage';
    case 'MODEL_TIMEOUT':
      return 'timeout';
    case 'MODEL_REFUSED':
    case 'MODEL_EMPTY':
    case 'MODEL_FLAGGED':
      return 'alive';
    case 'MODEL_RESTING':
    case 'MODEL_BUDGET_SPENT':
    case 'MODEL_UNCOUNTED':
    case 'MODERATION_DOWN':
      return 'nothing';
  }
}
