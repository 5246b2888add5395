import type { Chat, Message, User, UserFromGetMe } from 'grammy/types';
import { badRequest, forbidden } from './api-error.ts';

/** One chat as the server keeps it. Message ids count per chat; what the bot sent can be edited, what the person sent cannot. */
export interface ChatState {
  readonly chat: Chat.PrivateChat | Chat.SupergroupChat;
  readonly messages: Map<number, Message>;
  nextMessageId: number;
  blocked: boolean;
}

export interface Chats {
  /** The chat, made when a person writes first. */
  open(id: number): ChatState;
  /** The chat for a bot's call: unknown and blocked are refused with Telegram's words. */
  forBot(id: number | null): ChatState;
  person(id: number): User;
}

export function createChats(): Chats {
  const chats = new Map<number, ChatState>();
  return {
    open(id) {
      const state = chats.get(id) ?? create(id);
      chats.set(id, state);
      return state;
    },
    forBot(id) {
      if (id === null) throw badRequest('chat_id is empty');
      const state = chats.get(id);
      if (!state) throw badRequest('chat not found');
      if (state.blocked)
        throw forbidden(id < 0 ? 'bot was kicked from the supergroup chat' : 'bot was blocked by the user');
      return state;
    },
    person: (id) => ({ id, is_bot: false, first_name: `Person ${id}`, language_code: 'en' }),
  };
}

function create(id: number): ChatState {
  const chat =
    id < 0
      ? { id, type: 'supergroup' as const, title: `Group ${-id}` }
      : { id, type: 'private' as const, first_name: `Person ${id}` };
  return { chat, messages: new Map(), nextMessageId: 1, blocked: false };
}

/** The content of a message besides what every message has. */
export type Content = Partial<Omit<Message, 'message_id' | 'date' | 'chat' | 'from'>>;

export interface Stamp {
  readonly from: User | UserFromGetMe;
  /** Epoch seconds. */
  readonly date: number;
}

export function addMessage(state: ChatState, content: Content, { from, date }: Stamp): Message {
  const message: Message = {
    message_id: state.nextMessageId,
    from: publicUser(from),
    chat: state.chat,
    date,
    ...content,
  };
  state.nextMessageId += 1;
  state.messages.set(message.message_id, message);
  return message;
}

/** A bot's abilities are told by `getMe` alone. */
function publicUser({ id, is_bot, first_name, username, language_code }: User): User {
  return { id, is_bot, first_name, ...(username ? { username } : {}), ...(language_code ? { language_code } : {}) };
}

export function botsMessage(state: ChatState, messageId: number | null, bot: User): Message {
  const message = messageId === null ? undefined : state.messages.get(messageId);
  if (!message) throw badRequest('message to edit not found');
  if (message.from?.id !== bot.id) throw badRequest("message can't be edited");
  return message;
}
