import type { ConversationId } from '../channel/ids.ts';
import type { AskedContent, MediaContent, OrderedItem, Referral, Sender } from '../channel/inbound.ts';
import type { Unread } from '../channel/media.ts';
import type { DeskMove, DialogEvent } from '../dialog/event.ts';
import type { JsonObject } from '../storage/json.ts';

/** One thing that a turn is about: from a shopper, from the desk, or from time going by. */
export interface InboxEntry<Content = InboxContent> {
  /** Unique in its conversation; a shopper's message has the platform's id. */
  readonly id: string;
  readonly at: number;
  readonly content: Content;
  readonly sender?: Sender;
  readonly referral?: Referral;
}

export type InboxContent =
  | AskedContent
  | { readonly type: 'desk'; readonly does: DeskMove }
  /** The shop tells something by itself: the flow for it starts with these slots. */
  | { readonly type: 'news'; readonly news: string; readonly slots: JsonObject }
  /** Nobody has written since turn `turn`, in which the question of turn `asked` was shown. */
  | { readonly type: 'silence'; readonly asked: number; readonly turn: number };

export interface Incoming {
  readonly conversation: ConversationId;
  readonly entry: InboxEntry;
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
    case 'media':
      return mediaEvent(content);
    case 'order':
      return { type: 'choice', id: `${orderButton}:${orderWords(content.items)}` };
    case 'paid':
      return { type: 'paid', total: content.total, reference: content.reference };
    case 'unsupported':
      return { type: 'unsupported', what: content.what };
    case 'desk':
      return { type: 'desk', does: content.does };
    case 'news':
      return { type: 'news', news: content.news, slots: content.slots };
    case 'silence':
      return { type: 'silence', asked: content.asked };
  }
}

/** What was spoken or seen is as good as written; a caption stands before it. What could not be read is said so. */
function mediaEvent({ kind, caption, heard, unread = unreadOf(kind), group }: MediaContent): Bare<DialogEvent> {
  const text = [caption, heard].filter((words) => words !== undefined && words.trim() !== '').join('\n');
  if (heard !== undefined) return { type: 'text', text: text.slice(0, mostCharacters) };
  const file = group === undefined ? { unread } : { unread, group };
  return text === '' ? { type: 'unsupported', what: kind, ...file } : { type: 'text', text, ...file };
}

/** Where nobody reads media. */
function unreadOf(kind: MediaContent['kind']): Unread {
  if (kind === 'voice' || kind === 'video') return 'cannot-listen';
  return kind === 'document' ? 'cannot-read' : 'cannot-see';
}

/** The button that a cart from a platform's catalogue presses: a flow may start on it. */
const orderButton = 'catalogue-order';

/** As `cart.add-all` reads it. */
function orderWords(items: readonly OrderedItem[]): string {
  return items.map(({ product, quantity }) => `${quantity} ${product}`).join('\n');
}
