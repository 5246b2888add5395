import type { ConversationId } from '../channel/ids.ts';
import type { InboundContent, InboundEvent, Sender } from '../channel/inbound.ts';
import type { DeskMove, DialogEvent } from '../dialog/event.ts';

/** One thing that a turn is about: from a shopper, from the desk, or from time going by. */
export interface InboxEntry {
  /** Unique in its conversation; a shopper's message has the platform's id. */
  readonly id: string;
  readonly at: number;
  readonly content: InboxContent;
  readonly sender?: Sender;
}

export type InboxContent =
  | InboundContent
  | { readonly type: 'desk'; readonly does: DeskMove }
  /** Nobody has written since turn `turn`, in which the question of turn `asked` was shown. */
  | { readonly type: 'silence'; readonly asked: number; readonly turn: number };

export interface Incoming {
  readonly conversation: ConversationId;
  readonly entry: InboxEntry;
}

export function incoming(event: InboundEvent): Incoming {
  const { id, conversation, at, content, sender } = event;
  return { conversation, entry: sender ? { id, at, content, sender } : { id, at, content } };
}

/** Ids of events that no platform sent. */
export const ownEvent = 'parley:';

/** The id that a channel knows the event by; `null` for Parley's own. */
export function platformId(event: string): string | null {
  return event.startsWith(ownEvent) ? null : event;
}

/** Understanding more than this would only cost time; the whole text is kept in the transcript. */
const mostCharacters = 8_000;

export function dialogEvent(entry: InboxEntry, now: number): DialogEvent {
  const locale = entry.sender?.locale;
  const happened = locale === undefined ? { at: now } : { at: now, locale };
  return { ...eventContent(entry.content), ...happened };
}

type Bare<Event> = Event extends DialogEvent ? Omit<Event, 'at' | 'locale'> : never;

function eventContent(content: InboxContent): Bare<DialogEvent> {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: content.text.slice(0, mostCharacters) };
    case 'choice':
      return { type: 'choice', id: content.id };
    case 'location':
      return { type: 'location', latitude: content.latitude, longitude: content.longitude };
    case 'contact':
      return { type: 'text', text: content.phone };
    case 'opened':
      return { type: 'opened', payload: content.payload ?? null };
    case 'unsupported':
      return { type: 'unsupported', what: content.what };
    case 'desk':
      return { type: 'desk', does: content.does };
    case 'silence':
      return { type: 'silence', asked: content.asked };
  }
}
