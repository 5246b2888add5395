import { GrammyError, HttpError } from 'grammy';
import type { DeliveryReceipt } from '../../../src/channel/adapter.ts';

/** Why a call failed; `reason` holds no token, number or text of a message. */
export type Failure =
  | { readonly kind: 'flood'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'token'; readonly reason: string }
  | { readonly kind: 'conflict'; readonly reason: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'outage'; readonly reason: string };

/** Throws the error on when it is neither Telegram's nor the network's: that is a defect. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return answered(error);
  if (error instanceof HttpError) return { kind: 'outage', reason: `no answer: ${networkCode(error.error)}` };
  throw error;
}

function answered(error: GrammyError): Failure {
  // A proxy's answer is not shaped as the Bot API says: then there is no code, whatever grammY's type promises.
  const code: number | undefined = error.error_code;
  const reason = `${code ?? 'no code'}: ${redact(error.description ?? 'no description')}`;
  switch (code) {
    case 429:
      return { kind: 'flood', afterMs: 1000 * (error.parameters.retry_after ?? 1), reason };
    case 401:
    case 404:
      return { kind: 'token', reason };
    case 409:
      return { kind: 'conflict', reason };
    case 403:
      return { kind: 'gone', reason };
    default:
      return { kind: code === undefined || code >= 500 ? 'outage' : refusalKind(error), reason };
  }
}

const goneWords =
  /chat not found|peer_id_invalid|user not found|group chat was (upgraded|migrated|deactivated)|not enough rights|have no rights|chat_write_forbidden|input_user_deactivated/iu;

function refusalKind(error: GrammyError): 'gone' | 'refused' {
  return goneWords.test(error.description) ? 'gone' : 'refused';
}

/** Descriptions quote the message now and then ("Unsupported start tag "x""), and addresses hold the token. */
export function redact(description: string): string {
  return description
    .replace(/"[^"]*"/gu, '"…"')
    .replace(/https?:\S+/giu, '…')
    .replace(/\+?\d[\d\s-]{5,}\d/gu, '…')
    .slice(0, 200);
}

/** The system's code only: node-fetch's message holds the address, and the address the token. */
function networkCode(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'unknown';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  if ('type' in cause && typeof cause.type === 'string') return cause.type;
  return cause instanceof Error && cause.message.includes('timed out') ? 'timeout' : 'unknown';
}

/** Until somebody has mended it. A pause that is named does not count as a try, of which there are only so many. */
const mendingMs = 60_000;

export function receiptOf(failure: Failure): DeliveryReceipt {
  switch (failure.kind) {
    case 'flood':
      return { result: 'retry', afterMs: failure.afterMs, reason: failure.reason };
    // The token is the shop's mistake, not the part's: what waits must not be lost over it.
    case 'token':
      return { result: 'retry', afterMs: mendingMs, reason: failure.reason };
    case 'conflict':
    case 'outage':
      return { result: 'retry', afterMs: null, reason: failure.reason };
    case 'gone':
      return { result: 'unreachable', reason: failure.reason };
    case 'refused':
      return { result: 'rejected', reason: failure.reason };
  }
}
