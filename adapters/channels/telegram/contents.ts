import type { InboundContent } from '../../../src/channel/inbound.ts';
import { readCommand } from './addressed.ts';
import type { IncomingMessage } from './update-schema.ts';

export interface Content {
  readonly content: InboundContent;
  /** Tells one message's contents apart; `null` for its only or first one. */
  readonly part: string | null;
}

/** What a message says. A picture with words below it is two things: a picture that cannot be read, and words that can. */
export function contentsOf(message: IncomingMessage): readonly Content[] {
  if (message.text !== undefined) return [{ content: textContent(message.text), part: null }];
  const media = mediaContent(message);
  const words = message.caption ? [{ content: textContent(message.caption), part: 'caption' }] : [];
  return media ? [{ content: media, part: null }, ...words] : words;
}

/** `/order_status 10234` is how Telegram's menus say "order status 10234". */
function textContent(text: string): InboundContent {
  const command = readCommand(text);
  if (!command) return { type: 'text', text };
  if (command.name.toLowerCase() === 'start') return openedContent(command.rest.trim());
  return { type: 'text', text: [command.name.replace(/_/gu, ' '), command.rest].join(' ').trim() };
}

function openedContent(payload: string): InboundContent {
  return payload === '' ? { type: 'opened' } : { type: 'opened', payload };
}

function mediaContent(message: IncomingMessage): InboundContent | null {
  if (message.location) return locationContent(message.location, message.venue);
  if (message.contact) return contactContent(message.contact);
  const kind = kinds.find((each) => message[each] !== undefined);
  if (kind) return { type: 'unsupported', what: words[kind] ?? kind };
  return isService(message) ? null : { type: 'unsupported', what: 'message' };
}

function locationContent(
  { latitude, longitude }: NonNullable<IncomingMessage['location']>,
  venue: IncomingMessage['venue'],
): InboundContent {
  const label = venue ? { label: `${venue.title}, ${venue.address}` } : {};
  return { type: 'location', latitude, longitude, ...label };
}

function contactContent(contact: NonNullable<IncomingMessage['contact']>): InboundContent {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
  return { type: 'contact', phone: contact.phone_number, ...(name ? { name } : {}) };
}

/** An animation is also a document, for clients that know no animations: so it stands first. */
const kinds = [
  ...['animation', 'photo', 'live_photo', 'voice', 'video_note', 'video', 'audio', 'document', 'sticker', 'story'],
  ...['poll', 'dice', 'game', 'paid_media', 'checklist', 'invoice', 'successful_payment', 'web_app_data', 'gift'],
];

const words: Readonly<Record<string, string>> = {
  live_photo: 'photo',
  voice: 'voice message',
  video_note: 'video message',
  paid_media: 'paid media',
  successful_payment: 'payment',
  web_app_data: 'web app data',
};

/** What happened to the chat itself; nobody said it, so nobody waits for an answer. */
const service =
  /^(new_chat_|left_chat_|delete_chat_|group_chat_|supergroup_chat_|channel_chat_|chat_|message_auto_delete_|migrate_|pinned_message|write_access_|connected_website|proximity_alert_|boost_added|forum_|general_forum_|giveaway|video_chat_|refunded_payment|direct_message_price_|suggested_post_|paid_message_price_|managed_bot_|community_chat_)/u;

function isService(message: IncomingMessage): boolean {
  return Object.keys(message).some((key) => service.test(key));
}
