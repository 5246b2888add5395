import type { Message, Update } from 'grammy/types';
import { addMessage, type Content } from './chats.ts';
import { askCheckout } from './payments.ts';
import type { ServerState } from './server-state.ts';
import type { NewUpdate } from './update-queue.ts';

/** What people do in their app. In a group (a negative id) `from` says who. */
export interface People {
  sendText(chat: number, text: string, from?: number): Message;
  /** Anything else: a photo, a place, a contact. */
  send(chat: number, content: Content, from?: number): Message;
  edit(chat: number, messageId: number, content: Content): void;
  /** Presses a button; its id, to ask how it was answered. Throws when no button on that message says this. */
  press(chat: number, messageId: number, data: string, from?: number): string;
  /** Blocks the bot, or lets it speak again. */
  block(chat: number): void;
  unblock(chat: number): void;
  /** Presses "Pay" on an invoice and confirms; the checkout's id. */
  pay(chat: number, messageId: number): string;
  /** Sends their own number with the button that asks for it; as most apps do, without its plus. */
  shareContact(chat: number, phone: string): Message;
  /** Something that can be downloaded; what a message says of it. `size` is what the platform believes it to be. */
  upload(bytes: Uint8Array, name: string, size?: number): Uploaded;
  /** Any update at all, as it is. */
  update(update: NewUpdate): void;
}

export interface Uploaded {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
}

export function createPeople(state: ServerState, changed: () => void): People {
  const tell = (update: NewUpdate) => {
    state.queue.add(update);
    state.webhook.look();
    changed();
  };
  const send = (chat: number, content: Content, from = chat) => {
    const stamp = { from: state.chats.person(from), date: seconds(state) };
    const message = addMessage(state.chats.open(chat), content, stamp);
    tell({ message } as NewUpdate);
    return message;
  };
  return {
    send,
    sendText: (chat, text, from) => send(chat, { text, ...commandEntity(text) }, from),
    edit: (chat, messageId, content) => {
      const { messages } = state.chats.open(chat);
      const old = messages.get(messageId);
      if (!old) throw new Error(`no message ${messageId} in chat ${chat}`);
      const edited_message = { ...old, ...content, edit_date: seconds(state) };
      messages.set(messageId, edited_message);
      tell({ edited_message } as NewUpdate);
    },
    press: (chat, messageId, data, from = chat) => press(state, tell, { chat, messageId, data, from }),
    block: (chat) => setBlocked(state, tell, { chat, blocked: true }),
    unblock: (chat) => setBlocked(state, tell, { chat, blocked: false }),
    pay: (chat, messageId) => {
      const id = askCheckout(state, chat, messageId);
      changed();
      return id;
    },
    shareContact: (chat, phone) => {
      const { id: user_id, first_name } = state.chats.person(chat);
      return send(chat, { contact: { phone_number: phone.replace('+', ''), first_name, user_id } });
    },
    upload: (bytes, name, size = bytes.length) => {
      const file_id = `BQACAgIAAxkBAAI${state.uploads.size}`;
      state.uploads.set(file_id, { path: `documents/${state.uploads.size}-${name}`, bytes, size });
      return { file_id, file_unique_id: `u${file_id}`, file_size: size };
    },
    update: tell,
  };
}

function seconds(state: ServerState): number {
  return Math.floor(state.now() / 1000);
}

function commandEntity(text: string): Content {
  const command = /^\/\w+(@\w+)?/u.exec(text)?.[0];
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {};
}

type Tell = (update: NewUpdate) => void;

interface Press {
  readonly chat: number;
  readonly messageId: number;
  readonly data: string;
  readonly from: number;
}

function press(state: ServerState, tell: Tell, { chat, messageId, data, from }: Press): string {
  const message = state.chats.open(chat).messages.get(messageId);
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  if (!message || !buttons.some((button) => 'callback_data' in button && button.callback_data === data)) {
    throw new Error(`message ${messageId} in chat ${chat} has no button ${data}`);
  }
  const id = `${4_000_000_000_000 + state.presses.size}`;
  state.presses.set(id, { answer: null, answered: false });
  const query = { id, from: state.chats.person(from), message, chat_instance: `-${chat}77`, data };
  tell({ callback_query: query } as NewUpdate);
  return id;
}

function setBlocked(state: ServerState, tell: Tell, { chat, blocked }: { chat: number; blocked: boolean }): void {
  const known = state.chats.open(chat);
  known.blocked = blocked;
  const [was, is] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
  const member = (status: string) => ({ user: state.bot, status, ...(status === 'kicked' ? { until_date: 0 } : {}) });
  const about = { chat: known.chat, from: state.chats.person(chat), date: seconds(state) };
  const my_chat_member = { ...about, old_chat_member: member(was), new_chat_member: member(is) };
  tell({ my_chat_member } as unknown as Update);
}
