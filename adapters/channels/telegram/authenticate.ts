import { createHash, timingSafeEqual } from 'node:crypto';
import type { Authenticated, RawRequest } from '../../../src/channel/adapter.ts';

const header = 'x-telegram-bot-api-secret-token';

/** Telegram signs nothing: a webhook carries the secret that was given with `setWebhook`. */
export function authenticateWebhook(request: RawRequest, secret: string | null): Authenticated {
  if (secret === null) return { result: 'refuse', reason: 'no webhook secret is set: this bot polls' };
  const given = request.headers[header];
  if (given === undefined) return { result: 'refuse', reason: `no ${header} header` };
  return same(given, secret) ? { result: 'accept' } : { result: 'refuse', reason: `wrong ${header}` };
}

/** Digests are of one length, so that neither length nor content shows in the time taken. */
function same(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
