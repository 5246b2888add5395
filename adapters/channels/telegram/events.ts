import type { InboundContent, InboundEvent, Sender } from '../../../src/channel/inbound.ts';
import { isAddressed, withoutName } from './addressed.ts';
import { contentsOf } from './contents.ts';
import { unmarked } from './keyboard.ts';
import { type BotIdentity, conversationOf, isGroup } from './peer.ts';
import { type IncomingMessage, type IncomingUser, type Press, updateSchema } from './update-schema.ts';

/**
 * The events of one update, oldest first. Pure and total: what is not an update gives nothing. A press has no time of its own, so it
 * gets `receivedAt`, or the time of the message with the buttons when that is `null`.
 *
 * Nothing by rule: group talk that is not for the bot, other bots, service messages, moving live locations, being
 * blocked or added (the next send tells), and updates without a chat.
 */
export function eventsOf(raw: unknown, bot: BotIdentity, receivedAt: number | null): readonly InboundEvent[] {
  const update = updateSchema.safeParse(raw);
  if (!update.success) return [];
  const { message, edited_message, callback_query } = update.data;
  if (message) return messageEvents(message, bot);
  if (edited_message) return editEvents(edited_message, bot);
  return callback_query ? pressEvents(callback_query, bot, receivedAt) : [];
}

function messageEvents(message: IncomingMessage, bot: BotIdentity): readonly InboundEvent[] {
  if (!isForUs(message, bot)) return [];
  return contentsOf(addressedWords(message, bot)).map(({ content, part }) =>
    event(message, bot, { id: idOf(message, content, part), content }),
  );
}

/** The pictures of an album come as a message each, but were sent as one: one id for them all asks for one answer. */
function idOf(message: IncomingMessage, content: InboundContent, part: string | null): string {
  const { chat, message_id, media_group_id } = message;
  if (part !== null) return `message:${chat.id}:${message_id}:${part}`;
  if (media_group_id && content.type === 'unsupported') return `album:${chat.id}:${media_group_id}`;
  return `message:${chat.id}:${message_id}`;
}

function isForUs(message: IncomingMessage, bot: BotIdentity): boolean {
  if (message.from?.is_bot) return false;
  return !isGroup(message.chat) || isAddressed(message, bot);
}

function addressedWords(message: IncomingMessage, bot: BotIdentity): IncomingMessage {
  if (!isGroup(message.chat)) return message;
  const { text, caption } = message;
  return {
    ...message,
    ...(text === undefined ? {} : { text: withoutName(text, bot) }),
    ...(caption === undefined ? {} : { caption: withoutName(caption, bot) }),
  };
}

/**
 * An edit changes what may have been answered already. Taken as a new message it would answer the question that is open *now*
 * with words meant for an earlier one; so the shopper is asked to write it again.
 */
function editEvents(message: IncomingMessage, bot: BotIdentity): readonly InboundEvent[] {
  if (!isForUs(message, bot) || message.location) return [];
  const edited = message.edit_date ?? message.date;
  const id = `edit:${message.chat.id}:${message.message_id}:${edited}`;
  const content: InboundContent = { type: 'unsupported', what: 'edited message' };
  return [event({ ...message, date: edited }, bot, { id, content })];
}

function pressEvents(press: Press, bot: BotIdentity, receivedAt: number | null): readonly InboundEvent[] {
  if (!press.message || press.from.is_bot) return [];
  const message = { ...press.message, from: press.from };
  const at = receivedAt ?? message.date * 1000;
  return [{ ...event(message, bot, { id: `press:${press.id}`, content: pressed(press) }), at }];
}

function pressed(press: Press): InboundContent {
  const { data } = press;
  if (data === undefined) return { type: 'unsupported', what: 'game' };
  const label = press.message?.reply_markup?.inline_keyboard.flat().find((button) => button['callback_data'] === data);
  return { type: 'choice', id: data, ...(label ? { label: unmarked(label.text) } : {}) };
}

interface What {
  readonly id: string;
  readonly content: InboundContent;
}

function event(message: IncomingMessage, bot: BotIdentity, { id, content }: What): InboundEvent {
  const conversation = conversationOf(message.chat, message.from, bot.account);
  const sender = message.from ? senderOf(message.from) : null;
  return { id, conversation, at: message.date * 1000, content, ...(sender ? { sender } : {}) };
}

function senderOf(from: IncomingUser): Sender | null {
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ');
  const locale = from.language_code;
  if (!name && !locale) return null;
  return { ...(name ? { name } : {}), ...(locale ? { locale } : {}) };
}
