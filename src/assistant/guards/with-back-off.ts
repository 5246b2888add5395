import type { Clock } from '../../runtime/clock.ts';
import { sleep } from '../../runtime/sleep.ts';
import type { LanguageModel, ModelRequest } from '../language-model.ts';
import { ModelError } from '../model-error.ts';

export interface BackOffParts {
  readonly clock: Clock;
  readonly mostRetries: number;
  readonly firstPauseMs: number;
  /** A server that wants more time than this is not asked again: a shopper waits. */
  readonly longestPauseMs: number;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/**
 * Asks again when a server is busy or stumbles: as it says itself (`retry-after`), or after pauses that grow and differ, so that all who
 * were refused at once do not come back at once. Never longer than the request's signal lets it, and never what the shopper has
 * already begun to read.
 */
export function withBackOff(model: LanguageModel, parts: BackOffParts): LanguageModel {
  return {
    async ask(request) {
      for (let retries = 0; ; retries += 1) {
        const { watched, isSeen } = watch(request);
        try {
          return await model.ask(watched);
        } catch (error) {
          const pauseMs = isSeen() || retries >= parts.mostRetries ? null : pauseAfter(parts, error, retries);
          if (pauseMs === null) throw error;
          await sleep(parts.clock, pauseMs, request.signal);
          if (request.signal.aborted) throw error;
        }
      }
    },
  };
}

function watch(request: ModelRequest): { readonly watched: ModelRequest; readonly isSeen: () => boolean } {
  const { onText } = request;
  if (onText === undefined) return { watched: request, isSeen: () => false };
  let seen = false;
  const noting = (soFar: string): void => {
    seen = true;
    onText(soFar);
  };
  return { watched: { ...request, onText: noting }, isSeen: () => seen };
}

/** `null`: it is of no use to ask again. Pauses: "full jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
function pauseAfter(parts: BackOffParts, error: unknown, retries: number): number | null {
  if (!(error instanceof ModelError) || !mayPass(error)) return null;
  const { firstPauseMs, longestPauseMs, random = Math.random } = parts;
  if (error.retryAfterMs !== null) {
    return error.retryAfterMs > longestPauseMs ? null : error.retryAfterMs + random() * firstPauseMs;
  }
  return random() * Math.min(longestPauseMs, firstPauseMs * 2 ** retries);
}

function mayPass({ code }: ModelError): boolean {
  switch (code) {
    case 'MODEL_LIMITED':
    case 'MODEL_FAILED':
    case 'MODEL_TIMEOUT':
    case 'MODEL_UNREACHED':
      return true;
    case 'MODEL_KEY_REFUSED':
    case 'MODEL_REFUSED':
    case 'MODEL_EMPTY':
    case 'MODEL_CUT':
    case 'MODEL_RESTING':
    case 'MODEL_BUDGET_SPENT':
    case 'MODEL_UNCOUNTED':
    case 'MODEL_FLAGGED':
    case 'MODERATION_DOWN':
      return false;
  }
}
