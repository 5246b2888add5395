import { LRUCache } from 'lru-cache';
import { parseConversationId } from '../../../src/channel/ids.ts';
import type { InboundEvent } from '../../../src/channel/inbound.ts';

/** Who wrote last what, as far as this process has seen: typing and read marks name a message. */
export interface Presence {
  note(events: readonly InboundEvent[]): void;
  last(peer: string): Heard | null;
  /** The message that the event is of, once; `null` when it has been marked, or is none of WhatsApp's. */
  takeUnread(event: string): string | null;
}

export interface Heard {
  /** WhatsApp's id. */
  readonly message: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const remembered = 20_000;

export function createPresence(): Presence {
  const heard = new LRUCache<string, Heard>({ max: remembered });
  const read = new LRUCache<string, true>({ max: remembered });
  return {
    note: (events) => {
      for (const event of events) {
        const peer = parseConversationId(event.conversation)?.peer;
        if (peer === undefined || !isWritten(event)) continue;
        if (event.at >= (heard.get(peer)?.at ?? 0)) heard.set(peer, { message: wholeId(event.id), at: event.at });
      }
    },
    last: (peer) => heard.get(peer) ?? null,
    takeUnread: (event) => {
      const message = wholeId(event);
      if (!message.startsWith('wamid.') || read.has(message)) return null;
      read.set(message, true);
      return message;
    },
  };
}

/** A report is not of the shopper's writing, and opens no window; nor has it an id that could be marked as read. */
function isWritten({ content }: InboundEvent): boolean {
  return content.type !== 'delivery' && content.type !== 'left';
}

/** Several events of one message carry what tells them apart behind its id. */
function wholeId(id: string): string {
  return id.replace(/:.*$/u, '');
}
