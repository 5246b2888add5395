import type { InboundContent } from '../../../src/channel/inbound.ts';
import { readCommand } from './addressed.ts';
import { telegramMoney } from './currencies.ts';
import { mediaContent } from './media-content.ts';
import type { IncomingMessage } from './update-schema.ts';

export interface Content {
  readonly content: InboundContent;
  /** Tells one message's contents apart; `null` for its only or first one. */
  readonly part: string | null;
}

/** What a message says. Words below what Parley cannot even fetch are a text of their own. */
export function contentsOf(message: IncomingMessage): readonly Content[] {
  if (message.text !== undefined) return [{ content: textContent(message.text), part: null }];
  const media = mediaContent(message);
  if (media) return [{ content: media, part: null }];
  const other = otherContent(message);
  const words = message.caption ? [{ content: textContent(message.caption), part: 'caption' }] : [];
  return other ? [{ content: other, part: null }, ...words] : words;
}

/** `/order_status 10234` is how Telegram's menus say "order status 10234". */
function textContent(text: string): InboundContent {
  const command = readCommand(text);
  if (!command) return { type: 'text', text };
  if (command.name.toLowerCase() === 'start') return openedContent(command.rest.trim());
  return { type: 'text', text: [command.name.replace(/_/gu, ' '), command.rest].join(' ').trim() };
}

/** What a link can carry: https://core.telegram.org/bots/features#deep-linking. Anything else was typed by a person. */
const payloadShape = /^[\w-]{1,64}$/u;

function openedContent(payload: string): InboundContent {
  if (payload === '') return { type: 'opened' };
  return payloadShape.test(payload) ? { type: 'opened', payload } : { type: 'text', text: payload };
}

function otherContent(message: IncomingMessage): InboundContent | null {
  if (message.location) return locationContent(message.location, message.venue);
  if (message.contact) return contactContent(message.contact, message.from?.id);
  if (message.successful_payment) return paidContent(message.successful_payment);
  const kind = kinds.find((each) => each in message);
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

/**
 * Telegram says whose number it is: only with the sender's id it is their own. That one is international, and most apps send it without
 * its plus; a number out of somebody's address book is as they wrote it.
 */
function contactContent(contact: NonNullable<IncomingMessage['contact']>, sender: number | undefined): InboundContent {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
  const isOwn = sender !== undefined && contact.user_id === sender;
  return {
    type: 'contact',
    phone: isOwn && /^[1-9]/u.test(contact.phone_number) ? `+${contact.phone_number}` : contact.phone_number,
    ...(name ? { name } : {}),
    ...(isOwn ? { own: true } : {}),
  };
}

function paidContent(payment: NonNullable<IncomingMessage['successful_payment']>): InboundContent {
  const { currency, total_amount, invoice_payload, telegram_payment_charge_id } = payment;
  return {
    type: 'paid',
    payload: invoice_payload,
    total: telegramMoney(total_amount, currency),
    reference: telegram_payment_charge_id,
  };
}

/** Files stand here too: one without an id to fetch it by is still something that was sent. */
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
