import { createHmac } from 'node:crypto';
import type { Authenticated, RawRequest } from '../../../src/channel/adapter.ts';
import { sameSecret } from '../../../src/runtime/same-secret.ts';

interface Secrets {
  readonly appSecret: string;
  readonly verifyToken: string;
}

const header = 'x-hub-signature-256';

/**
 * A GET tests the address with the verify token; a POST carries an HMAC over its raw bytes
 * (developers.facebook.com/docs/graph-api/webhooks/getting-started, "Verification Requests" and "Validating Payloads").
 */
export function authenticateWebhook(request: RawRequest, secrets: Secrets): Authenticated {
  if (request.method === 'GET') return challenge(request.url, secrets.verifyToken);
  if (request.method === 'POST') return signed(request, secrets.appSecret);
  return { result: 'refuse', reason: 'neither GET nor POST' };
}

function challenge(url: string, verifyToken: string): Authenticated {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  if (query.get('hub.mode') !== 'subscribe') return { result: 'refuse', reason: 'no hub.mode=subscribe' };
  if (!sameSecret(query.get('hub.verify_token') ?? '', verifyToken)) {
    return { result: 'refuse', reason: 'wrong hub.verify_token' };
  }
  const body = query.get('hub.challenge') ?? '';
  // It is echoed: only what Meta sends, digits as a rule.
  if (!/^[\w.-]{1,200}$/u.test(body)) return { result: 'refuse', reason: 'no hub.challenge that could be echoed' };
  return { result: 'challenge', body };
}

function signed({ headers, body }: RawRequest, appSecret: string): Authenticated {
  const given = headers[header];
  if (given === undefined) return { result: 'refuse', reason: `no ${header} header` };
  const expected = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  return sameSecret(given, expected) ? { result: 'accept' } : { result: 'refuse', reason: `wrong ${header}` };
}
