import type { Authenticated, RawRequest } from '../../../src/channel/adapter.ts';
import { sameSecret } from '../../../src/runtime/same-secret.ts';

const header = 'x-telegram-bot-api-secret-token';

/** Telegram signs nothing: a webhook carries the secret that was given with `setWebhook`. */
export function authenticateWebhook(request: RawRequest, secret: string | null): Authenticated {
  if (secret === null) return { result: 'refuse', reason: 'no webhook secret is set: this bot polls' };
  const given = request.headers[header];
  if (given === undefined) return { result: 'refuse', reason: `no ${header} header` };
  return sameSecret(given, secret) ? { result: 'accept' } : { result: 'refuse', reason: `wrong ${header}` };
}
