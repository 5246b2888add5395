import type { DeliveryReceipt } from '../../../src/channel/adapter.ts';

/** Why a call failed. `reason` holds no token, id or text of a message. */
export type Failure =
  | { readonly kind: 'busy'; readonly afterMs: number | null; readonly reason: string }
  | { readonly kind: 'outage'; readonly reason: string }
  | { readonly kind: 'credentials'; readonly reason: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Neither the vendor's nor the network's: so the vendor's client hands it on as it is, instead of trying again by itself. */
export class TeamsError extends Error {
  override readonly name = 'TeamsError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

interface Answer {
  readonly status: number;
  /** The header, as it came. */
  readonly retryAfter: string | null;
  readonly body: string;
}

/**
 * What an answer of the connector means. Status codes: learn.microsoft.com/microsoftteams, "Optimize your bot with rate
 * limiting" (412, 429, 502 and 504 are worth trying again) and "Send proactive messages" (403 and 404: blocked, or not installed).
 */
export function failureOfAnswer({ status, retryAfter, body }: Answer): Failure {
  const reason = [status, codeIn(body)].filter(Boolean).join(' ');
  switch (status) {
    case 401:
      return { kind: 'credentials', reason };
    case 403:
    case 404:
      return { kind: 'gone', reason };
    case 429:
      return { kind: 'busy', afterMs: milliseconds(retryAfter), reason };
    case 408:
    case 412:
      return { kind: 'outage', reason };
    default:
      return status >= 500 ? { kind: 'outage', reason } : { kind: 'refused', reason };
  }
}

/** The connector's own word, e.g. `MessageSizeTooBig`; its sentence may quote what was sent. */
function codeIn(body: string): string | null {
  try {
    const read: unknown = JSON.parse(body);
    const error = typeof read === 'object' && read !== null && 'error' in read ? read.error : null;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return typeof code === 'string' && /^\w{1,60}$/u.test(code) ? code : null;
  } catch {
    return null;
  }
}

/** Seconds, or a date. */
function milliseconds(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.min(Math.max(0, seconds) * 1000, longestWaitMs);
  const until = Date.parse(retryAfter) - Date.now();
  return Number.isFinite(until) ? Math.min(Math.max(0, until), longestWaitMs) : null;
}

const longestWaitMs = 10 * 60_000;

/** The most that is added to Teams' own pause, so that those who were told together do not come back together. */
const jitterMs = 1000;

/** Until somebody has mended it. A pause that is named does not count as a try, of which there are only so many. */
const mendingMs = 60_000;

export function receiptOf(failure: Failure, random: () => number): DeliveryReceipt {
  const { reason } = failure;
  switch (failure.kind) {
    case 'busy':
      return {
        result: 'retry',
        afterMs: failure.afterMs === null ? null : failure.afterMs + Math.round(random() * jitterMs),
        reason,
      };
    // The password is the shop's mistake, not the part's: what waits must not be lost over it.
    case 'credentials':
      return { result: 'retry', afterMs: mendingMs, reason };
    case 'outage':
      return { result: 'retry', afterMs: null, reason };
    case 'gone':
      return { result: 'unreachable', reason };
    case 'refused':
      return { result: 'rejected', reason };
  }
}
