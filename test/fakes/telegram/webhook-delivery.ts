import type { Update, WebhookInfo } from 'grammy/types';
import type { UpdateQueue } from './update-queue.ts';

export interface Hook {
  readonly url: string;
  readonly secret: string | null;
  readonly maxConnections: number;
  readonly allowed: readonly string[];
}

/** One request to the webhook; `status` is null when there was no answer. */
export interface Post {
  readonly update: Update;
  readonly status: number | null;
}

export interface WebhookDelivery {
  set(hook: Hook): void;
  remove(): void;
  hook(): Hook | null;
  info(): WebhookInfo;
  /** There may be something to post. */
  look(): void;
  readonly posts: readonly Post[];
  close(): void;
}

export interface DeliverySettings {
  readonly queue: UpdateQueue;
  readonly now: () => number;
  readonly changed: () => void;
  /** How long an answer may take, and how long until the next try. Telegram's are longer. */
  readonly patienceMs: number;
  readonly retryMs: number;
}

/**
 * https://core.telegram.org/bots/api#setwebhook: updates of one chat are posted one after the other, others beside them; what is not
 * answered with 2xx is posted again.
 */
export function createWebhookDelivery(settings: DeliverySettings): WebhookDelivery {
  const { queue, now, changed } = settings;
  const posts: Post[] = [];
  const lanes = new Set<string>();
  const closing = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  let hook: Hook | null = null;
  let trouble: { readonly date: number; readonly message: string } | null = null;

  const deliver = async (update: Update, to: Hook): Promise<void> => {
    const lane = laneOf(update);
    lanes.add(lane);
    const status = await post(to, update, { patienceMs: settings.patienceMs, closing: closing.signal });
    posts.push({ update, status });
    const isTaken = status !== null && status >= 200 && status < 300;
    if (isTaken) queue.remove(update.update_id);
    else trouble = { date: Math.floor(now() / 1000), message: troubleOf(status) };
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        next(lane);
      },
      isTaken ? 0 : settings.retryMs,
    );
    timers.add(timer);
    changed();
  };
  const next = (lane: string): void => {
    lanes.delete(lane);
    look();
  };
  const look = (): void => {
    if (closing.signal.aborted) return;
    for (const update of queue.pending()) {
      if (hook === null || lanes.size >= hook.maxConnections) return;
      if (!lanes.has(laneOf(update))) void deliver(update, hook);
    }
  };
  return {
    set: (to) => {
      hook = to;
      queue.allow(to.allowed);
      look();
    },
    remove: () => {
      hook = null;
    },
    hook: () => hook,
    info: () => ({
      url: hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.pending().length,
      ...(hook ? { max_connections: hook.maxConnections } : {}),
      ...(trouble ? { last_error_date: trouble.date, last_error_message: trouble.message } : {}),
    }),
    ...{ look, posts },
    close: () => {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function laneOf({ message, edited_message, callback_query, my_chat_member, pre_checkout_query }: Update): string {
  const about = message ?? edited_message ?? callback_query?.message ?? my_chat_member;
  return `${about?.chat.id ?? pre_checkout_query?.from.id ?? ''}`;
}

function troubleOf(status: number | null): string {
  return status === null ? 'Connection refused' : `Wrong response from the webhook: ${status}`;
}

interface Patience {
  readonly patienceMs: number;
  readonly closing: AbortSignal;
}

async function post(hook: Hook, update: Update, { patienceMs, closing }: Patience): Promise<number | null> {
  const secret = hook.secret === null ? {} : { 'x-telegram-bot-api-secret-token': hook.secret };
  try {
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...secret },
      body: JSON.stringify(update),
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), closing]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
