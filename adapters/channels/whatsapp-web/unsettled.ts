import { LRUCache } from 'lru-cache';
import type whatsapp from 'whatsapp-web.js';
import { z } from 'zod';
import { type Deadline, within } from './deadline.ts';
import { messageKey } from './message-schema.ts';
import { personOf } from './peer.ts';

/**
 * A send that was not answered may have gone out after all: WhatsApp's page goes on by itself with what it has begun. So the message that
 * the page made for it is remembered, and asked after before the same part is sent again.
 */
export interface Unsettled {
  /** A part is being sent to this person; parts of one person are sent one at a time. */
  begin(peer: string, key: string): void;
  /** The page has made a message. */
  made(raw: unknown): void;
  /** It was answered. */
  settle(peer: string, key: string): void;
  /** The id of the message that was made for this key and has reached WhatsApp's server; `null` when there is none. */
  arrived(client: whatsapp.Client, key: string, deadline: Deadline): Promise<string | null>;
}

/** `local`: made on this device, and not by somebody at the phone. */
const made = z.looseObject({
  id: messageKey.extend({ fromMe: z.literal(true), _serialized: z.string() }),
  local: z.literal(true),
});

export function createUnsettled(): Unsettled {
  const sending = new Map<string, string>();
  const messages = new LRUCache<string, string>({ max: 1000 });
  return {
    begin: (peer, key) => void sending.set(peer, key),
    made(raw) {
      const read = made.safeParse(raw);
      const peer = read.success ? personOf(read.data.id.remote) : null;
      const key = peer === null ? undefined : sending.get(peer);
      if (read.success && key !== undefined && !messages.has(key)) messages.set(key, read.data.id._serialized);
    },
    settle(peer, key) {
      sending.delete(peer);
      messages.delete(key);
    },
    async arrived(client, key, deadline) {
      const id = messages.get(key);
      if (id === undefined) return null;
      const message = await within(deadline, client.getMessageById(id)).catch(() => null);
      // Made anew for the next try, which may hang as well.
      if (!message || message.ack < 1) messages.delete(key);
      return message && message.ack >= 1 ? message.id.id : null;
    },
  };
}
