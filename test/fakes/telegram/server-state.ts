import type { Message, UserFromGetMe } from 'grammy/types';
import type { Failing } from './api-error.ts';
import { addMessage, type ChatState, type Chats, type Content } from './chats.ts';
import type { Checkouts } from './checkouts.ts';
import type { Flood } from './flood.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { WebhookDelivery } from './webhook-delivery.ts';

/** Everything the methods work on. */
export interface ServerState {
  readonly bot: UserFromGetMe;
  readonly chats: Chats;
  readonly queue: UpdateQueue;
  readonly flood: Flood;
  /** Pictures on the fake's internet, by address. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Ids of files that were sent. */
  readonly files: Map<string, Message['photo']>;
  /** Open callback queries, and what each was answered with. */
  readonly presses: Map<string, { answer: string | null; answered: boolean }>;
  readonly outgoing: Outgoing[];
  readonly actions: { readonly chat: number; readonly action: string }[];
  readonly drafts: { readonly chat: number; readonly id: number; readonly text: string }[];
  readonly failures: ScriptedFailure[];
  /** What `getFile` finds, by id. */
  readonly uploads: Map<string, Upload>;
  readonly checkouts: Checkouts;
  /** Of invoices, by `{chat}:{message}`. */
  readonly payloads: Map<string, string>;
  readonly webhook: WebhookDelivery;
  now(): number;
}

export interface ScriptedFailure {
  readonly method: string;
  readonly failure: Failing;
  readonly after: boolean;
  readonly chat: number | null;
}

export interface Upload {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What `getFile` is told of it, where that is not so. */
  readonly size: number;
}

/** One message of the bot, with the reply keyboard that came with it. */
export interface Outgoing {
  readonly chat: number;
  readonly messageId: number;
  readonly reply: object | null;
  /** What was uploaded with it. */
  readonly upload: Uint8Array | null;
}

interface Extras {
  readonly reply?: object | null;
  readonly upload?: Uint8Array | null;
}

export function sendAsBot(state: ServerState, chat: ChatState, content: Content & Extras): Message {
  const { reply = null, upload = null, ...shown } = content;
  const message = addMessage(chat, shown, { from: state.bot, date: Math.floor(state.now() / 1000) });
  state.outgoing.push({ chat: chat.chat.id, messageId: message.message_id, reply, upload });
  return message;
}
