import type { Authenticated, ChannelAdapter, RawRequest } from '../../src/channel/adapter.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { createRecordingChannel, type RecordingChannel } from '../runtime/recording-channel.ts';
import { says } from '../runtime/running.ts';

export const ownPath = '/webhooks/own';
export const ownSecret = 'the-secret-of-this-test';

/** A channel whose platform posts `[[peer, id, text], …]` with its secret in a header, and asks for its address with `?challenge=`. */
export function createOwnChannel(changes: Partial<ChannelAdapter> = {}): RecordingChannel {
  return {
    ...createRecordingChannel(),
    authenticate: async (request) => authenticate(request),
    parse: ({ body }) => eventsOf(Buffer.from(body).toString('utf8')),
    webhook: { path: ownPath },
    ...changes,
  };
}

function authenticate({ method, url, headers }: RawRequest): Authenticated {
  const challenge = new URL(url, 'http://shop').searchParams.get('challenge');
  if (method === 'GET' && challenge !== null) return { result: 'challenge', body: challenge };
  return headers['x-secret'] === ownSecret ? { result: 'accept' } : { result: 'refuse', reason: 'wrong x-secret' };
}

function eventsOf(text: string): readonly InboundEvent[] {
  try {
    const posted = JSON.parse(text) as readonly [peer: string, id: string, words: string][];
    return posted.map(([peer, id, words]) => says(peer, id, words));
  } catch {
    return [];
  }
}

export function ownRequest(posted: unknown): RequestInit {
  const headers = { 'x-secret': ownSecret, 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(posted) };
}
