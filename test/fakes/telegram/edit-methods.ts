import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { botsMessage, type ChatState } from './chats.ts';
import type { Parameters } from './parameters.ts';
import { readMessageText } from './read-text.ts';
import { readMarkup } from './reply-markup.ts';
import { withEntities } from './send-methods.ts';
import type { ServerState } from './server-state.ts';

/** An edit without `reply_markup` takes the keyboard away. */
export function editMessageText(state: ServerState, request: Parameters): Message {
  const chat = state.chats.forBot(request.integer('chat_id'));
  const old = botsMessage(chat, request.integer('message_id'), state.bot);
  if (old.text === undefined) throw badRequest('there is no text in the message to edit');
  const { text, entities } = readMessageText(request);
  const { entities: _old, reply_markup: _markup, ...rest } = old;
  return replace(state, chat, {
    ...{ old, next: { ...rest, text, ...withEntities('entities', entities), ...inlineMarkup(request, chat) } },
  });
}

export function editMessageReplyMarkup(state: ServerState, request: Parameters): Message {
  const chat = state.chats.forBot(request.integer('chat_id'));
  const old = botsMessage(chat, request.integer('message_id'), state.bot);
  const { reply_markup: _markup, ...rest } = old;
  return replace(state, chat, { old, next: { ...rest, ...inlineMarkup(request, chat) } });
}

function inlineMarkup(request: Parameters, { chat }: ChatState): { reply_markup?: InlineKeyboardMarkup } {
  const markup = readMarkup(request.json('reply_markup'), chat.id);
  if (markup.kind === 'reply') throw badRequest('inline keyboard expected');
  return markup.kind === 'inline' ? { reply_markup: markup.inline } : {};
}

const same =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

function replace(state: ServerState, chat: ChatState, { old, next }: { old: Message; next: Message }): Message {
  if (shown(old) === shown(next)) throw badRequest(same);
  state.flood.count(chat.chat.id);
  const edited = { ...next, edit_date: Math.floor(state.now() / 1000) };
  chat.messages.set(old.message_id, edited);
  return edited;
}

function shown({ text, entities, reply_markup }: Message): string {
  return JSON.stringify([text, entities ?? [], reply_markup ?? null]);
}
