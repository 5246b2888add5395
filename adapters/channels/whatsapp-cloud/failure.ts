import { type RuleFound, ruleFor } from './error-table.ts';

/** A call that Graph did not answer with yes. Its message is our own: Meta's may quote what was sent. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code = 'WHATSAPP_CLOUD_CALL_FAILED';
  /** Meta's code; `null` where there is none: no answer, or a proxy's. */
  readonly graphCode: number | null;
  readonly rule: RuleFound;
  /** Milliseconds, where the answer says when to come again. */
  readonly retryAfterMs: number | null;

  constructor(failed: { graphCode: number | null; rule: RuleFound; retryAfterMs?: number | null }) {
    super(failed.graphCode === null ? failed.rule.reason : `${failed.graphCode}: ${failed.rule.reason}`);
    this.graphCode = failed.graphCode;
    this.rule = failed.rule;
    this.retryAfterMs = failed.retryAfterMs ?? null;
  }
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly header: (name: string) => string | null;
}

export function failureOf({ status, body, header }: Answer): GraphError {
  const graphCode = codeIn(body);
  const retryAfterMs = pauseIn(header);
  if (graphCode !== null) return new GraphError({ graphCode, rule: ruleFor(graphCode), retryAfterMs });
  const rule = {
    outcome: status === 429 ? 'wait' : 'outage',
    reason: `HTTP ${status} without a code`,
    pauseMs: 2000,
  } as const;
  return new GraphError({ graphCode: null, rule, retryAfterMs });
}

/** The system's code only: a message may hold an address. */
export function noAnswer(error: unknown): GraphError {
  const rule = { outcome: 'outage', reason: `no answer: ${networkCode(error)}` } as const;
  return new GraphError({ graphCode: null, rule });
}

function codeIn(body: unknown): number | null {
  if (!hasField(body, 'error') || !hasField(body.error, 'code')) return null;
  const { code } = body.error;
  if (typeof code !== 'number' || !Number.isInteger(code)) return null;
  // "An object that is not there": of a call below the shop's number it can only be the number.
  const isNumberMissing = code === 100 && hasField(body.error, 'error_subcode') && body.error.error_subcode === 33;
  return isNumberMissing ? 33 : code;
}

function hasField<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && name in value;
}

const longestPauseMs = 60 * 60_000;

/** `Retry-After` in seconds, or the minutes that the usage header of business accounts tells ("Rate limits", Graph API). */
function pauseIn(header: Answer['header']): number | null {
  const seconds = Number(header('retry-after') ?? Number.NaN);
  if (seconds > 0) return Math.min(longestPauseMs, seconds * 1000);
  const told = /"estimated_time_to_regain_access"\s*:\s*(\d{1,6})/u.exec(
    header('x-business-use-case-usage') ?? '',
  )?.[1];
  const minutes = Number(told ?? 0);
  return minutes > 0 ? Math.min(longestPauseMs, minutes * 60_000) : null;
}

function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const cause = error.cause ?? error;
  return hasField(cause, 'code') && typeof cause.code === 'string' ? cause.code : 'unknown';
}
