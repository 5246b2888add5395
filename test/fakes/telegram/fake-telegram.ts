import type { Message, Update, UserFromGetMe } from 'grammy/types';
import type { Failing } from './api-error.ts';
import { createChats } from './chats.ts';
import type { CheckoutOutcome } from './checkouts.ts';
import { createFlood, type FloodLimits, usualFlood } from './flood.ts';
import { startHttp } from './http-server.ts';
import { createPeople, type People } from './people.ts';
import type { ServerState } from './server-state.ts';
import { createUpdateQueue } from './update-queue.ts';
import { createWatch } from './watch.ts';
import { createWebhookDelivery, type Post } from './webhook-delivery.ts';

export interface FakeTelegramConfig {
  readonly token?: string;
  readonly username?: string;
  /** How many sends are too many; `null` for no limit. */
  readonly flood?: FloodLimits | null;
  /** Pictures that an address leads to. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  readonly now?: () => number;
  /** How long an answer to a post may take, and how long until it is posted again, milliseconds. */
  readonly webhook?: { readonly patienceMs?: number; readonly retryMs?: number };
}

export interface FailOptions {
  readonly times?: number;
  readonly after?: boolean;
  /** Only calls to this chat. */
  readonly chat?: number;
}

/** What one of the bot's messages looks like to the person now, edits included. */
export interface SentMessage {
  readonly message: Message;
  /** A reply keyboard, or its removal. */
  readonly reply: object | null;
  readonly upload: Uint8Array | null;
}

export interface FakeTelegram extends People {
  readonly apiRoot: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  /** What the bot has sent to this chat, oldest first. */
  sent(chat: number): readonly SentMessage[];
  actions(chat: number): readonly string[];
  /** What was shown as a draft, oldest first. */
  drafts(chat: number): readonly string[];
  /** How a press was answered; `null` while it was not. */
  answerTo(pressId: string): { readonly text: string | null } | null;
  /** Updates that nobody has confirmed. */
  pending(): readonly Update[];
  /** A `getUpdates` is open. */
  isPolled(): boolean;
  /** How often a method was called; all of them when absent. */
  calls(method?: string): number;
  /** The next call of this method, to this chat where one is named, fails so; with `after`, it is done and only the answer is lost. */
  fail(method: string, failure: Failing, options?: FailOptions): void;
  /** Nothing that was scripted fails any more. */
  mend(): void;
  /** Everything that was posted to the webhook, and how it was answered. */
  posts(): readonly Post[];
  /** How a checkout was answered; `null` while it was not. */
  checkoutAnswer(id: string): CheckoutOutcome | null;
  /** Resolves once this holds, looked at after every call and every event; rejects after `ms` (5000 when absent). */
  until<Value>(holds: () => Value | null | undefined | false, ms?: number): Promise<Value>;
  close(): Promise<void>;
}

/**
 * A Bot API server on 127.0.0.1 that refuses what Telegram's refuses, in its words. Only polling, webhook, text, photos, files, keyboards,
 * presses and payments; another method answers 404, as with Telegram.
 */
export async function startFakeTelegram(config: FakeTelegramConfig = {}): Promise<FakeTelegram> {
  const { token = '7000001:AAfake-token_for-tests', now = Date.now } = config;
  const calls: string[] = [];
  const watch = createWatch();
  const state = createState(config, { token, now, held: watch.look });
  const http = await startHttp({
    ...{ token, state },
    answered: (method) => {
      calls.push(method);
      watch.look();
    },
  });
  return {
    ...{ apiRoot: http.apiRoot, token, bot: state.bot },
    ...createPeople(state, watch.look),
    ...views(state),
    calls: (method) => calls.filter((each) => method === undefined || each === method).length,
    fail: (method, failure, { times = 1, after = false, chat = null } = {}) => {
      for (let n = 0; n < times; n += 1) state.failures.push({ method, failure, after, chat });
    },
    mend: () => void state.failures.splice(0),
    until: watch.until,
    close: async () => {
      state.queue.close();
      state.webhook.close();
      await http.close();
    },
  };
}

interface Making {
  readonly token: string;
  readonly now: () => number;
  readonly held: () => void;
}

function createState(config: FakeTelegramConfig, { token, now, held }: Making): ServerState {
  const queue = createUpdateQueue(900_001, held);
  const { patienceMs = 5000, retryMs = 50 } = config.webhook ?? {};
  return {
    bot: botUser(Number(token.split(':')[0]), config.username ?? 'parley_test_bot'),
    chats: createChats(),
    queue,
    webhook: createWebhookDelivery({ queue, now, changed: held, patienceMs, retryMs }),
    flood: createFlood(config.flood === undefined ? usualFlood : config.flood, now),
    pictures: config.pictures ?? new Map(),
    ...{ files: new Map(), presses: new Map(), uploads: new Map(), checkouts: new Map(), payloads: new Map() },
    ...{ outgoing: [], actions: [], drafts: [], failures: [], now },
  };
}

function botUser(id: number, username: string): UserFromGetMe {
  const cannot = { can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
  const more = { can_connect_to_business: false, has_main_web_app: false, has_topics_enabled: false };
  return { id, is_bot: true, first_name: 'Parley test', username, ...cannot, ...more } as UserFromGetMe;
}

type Views = 'sent' | 'actions' | 'drafts' | 'answerTo' | 'pending' | 'isPolled' | 'posts' | 'checkoutAnswer';

function views(state: ServerState): Pick<FakeTelegram, Views> {
  return {
    sent: (chat) =>
      state.outgoing.flatMap(({ chat: to, messageId, reply, upload }) => {
        const message = to === chat ? state.chats.open(chat).messages.get(messageId) : undefined;
        return message ? [{ message, reply, upload }] : [];
      }),
    actions: (chat) => state.actions.filter((each) => each.chat === chat).map((each) => each.action),
    drafts: (chat) => state.drafts.filter((each) => each.chat === chat).map((each) => each.text),
    answerTo: (pressId) => {
      const press = state.presses.get(pressId);
      return press?.answered ? { text: press.answer } : null;
    },
    posts: () => state.webhook.posts,
    checkoutAnswer: (id) => state.checkouts.get(id)?.outcome ?? null,
    pending: () => state.queue.pending(),
    isPolled: () => state.queue.isPolled(),
  };
}
