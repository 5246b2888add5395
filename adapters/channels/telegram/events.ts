import type { InboundContent, InboundEvent, Sender } from '../../../src/channel/inbound.ts';
import { isAddressed, withoutName } from './addressed.ts';
import { contentsOf } from './contents.ts';
import { unmarked } from './keyboard.ts';
import { type BotIdentity, conversationOf, isGroup } from './peer.ts';
import { type IncomingMessage, type IncomingUser, type Membership, type Press, updateSchema } from './update-schema.ts';

/**
 * The events of one update, oldest first. Pure and total: what is not an update gives nothing. A press has no time of its own, so it
 * gets `receivedAt`, or the time of the message with the buttons when that is `null`.
 *
 * Nothing by rule: group talk that is not for the bot, other bots, service messages, moving live locations, being
 * added or unblocked (the `/start` that follows tells), a checkout (answered aside), and updates without a chat or a time.
 */
export function eventsOf(raw: unknown, bot: BotIdentity, receivedAt: number | null): readonly InboundEvent[] {
  const update = updateSchema.safeParse(raw);
  if (!update.success) return [];
  const { message, edited_message, callback_query, my_chat_member } = update.data;
  if (message) return messageEvents(message, bot);
  if (edited_message) return editEvents(edited_message, bot);
  if (callback_query) return pressEvents(callback_query, bot, receivedAt);
  return my_chat_member ? leavingEvents(my_chat_member, bot) : [];
}

function messageEvents(message: IncomingMessage, bot: BotIdentity): readonly InboundEvent[] {
  if (!isForUs(message, bot)) return [];
  return contentsOf(addressedWords(message, bot)).map(({ content, part }) =>
    event(message, bot, { id: idOf(message, part), content }),
  );
}

function idOf({ chat, message_id }: IncomingMessage, part: string | null): string {
  return [`message:${chat.id}:${message_id}`, ...(part === null ? [] : [part])].join(':');
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

/** `kicked` is also what a private chat says when its person has blocked the bot. */
function leavingEvents({ chat, from, date, new_chat_member }: Membership, bot: BotIdentity): readonly InboundEvent[] {
  if (new_chat_member.status !== 'kicked' && new_chat_member.status !== 'left') return [];
  const conversation = conversationOf(chat, from, bot.account);
  return [{ id: `left:${chat.id}:${date}`, conversation, at: date * 1000, content: { type: 'left' } }];
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
