import { badRequest } from './api-error.ts';
import type { Parameters } from './parameters.ts';
import type { ServerState } from './server-state.ts';

/** As a server of one's own in local mode: an address may be http, on any port (github.com/tdlib/telegram-bot-api). */
export function setWebhook(state: ServerState, request: Parameters): true {
  const url = request.text('url') ?? '';
  if (request.flag('drop_pending_updates')) state.queue.clear();
  if (url === '') return deleteWebhook(state, request);
  if (!/^https?:/u.test(url) || !URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  const secret = request.text('secret_token');
  if (secret !== null && !/^[\w-]{1,256}$/u.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
  const maxConnections = request.integer('max_connections') ?? 40;
  if (maxConnections < 1 || maxConnections > 100) throw badRequest('invalid max_connections specified');
  const allowed = request.json('allowed_updates');
  if (allowed !== null && !Array.isArray(allowed)) throw badRequest("can't parse allowed_updates JSON object");
  state.queue.interrupt('terminated by setWebhook request');
  state.webhook.set({ url, secret, maxConnections, allowed: (allowed ?? []).map(String) });
  return true;
}

export function deleteWebhook(state: ServerState, request: Parameters): true {
  if (request.flag('drop_pending_updates')) state.queue.clear();
  state.webhook.remove();
  return true;
}
