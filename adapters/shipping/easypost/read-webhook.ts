import { createHmac } from 'node:crypto';
import type { RawRequest } from '../../../src/channel/adapter.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import type { Tracking } from '../../../src/commerce/shipping/carrier.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { sameSecret } from '../../../src/runtime/same-secret.ts';
import { eventSchema, trackerSchema } from './easypost-schema.ts';
import { trackingOf } from './tracking-of.ts';

const header = 'x-hmac-signature';

interface Reading {
  readonly secret: string;
  readonly log: Log;
  readonly now: number;
}

/** An event is signed with the webhook's secret over its raw bytes (docs.easypost.com/guides/webhooks-guide, "HMAC Validation"). */
export function readWebhook(request: RawRequest, { secret, log, now }: Reading): readonly Tracking[] | Refusal {
  if (request.method !== 'POST' || !isSigned(request, secret)) return { refused: 'forged' };
  const event = eventSchema.safeParse(jsonIn(request.body));
  if (!event.success || !event.data.description.startsWith('tracker.')) return [];
  const tracker = trackerSchema.safeParse(event.data.result);
  if (!tracker.success) log.warn('PARCEL_UNREADABLE', { carrier: 'easypost' });
  return tracker.success ? [trackingOf(tracker.data, { log, now })] : [];
}

/** Their libraries decompose the secret (NFKD) before they sign with it. */
function isSigned({ headers, body }: RawRequest, secret: string): boolean {
  const digest = createHmac('sha256', Buffer.from(secret.normalize('NFKD'), 'utf8'))
    .update(body)
    .digest('hex');
  return sameSecret(headers[header] ?? '', `hmac-sha256-hex=${digest}`);
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}
