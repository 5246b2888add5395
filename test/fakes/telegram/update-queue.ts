import type { Update } from 'grammy/types';
import { conflict } from './api-error.ts';

export type NewUpdate = Omit<Update, 'update_id'>;

export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutMs: number;
  /** `null` keeps what the last request said. */
  readonly allowed: readonly string[] | null;
  /** Aborts when the client hangs up. */
  readonly hangup: AbortSignal;
}

export interface UpdateQueue {
  add(update: NewUpdate): number | null;
  poll(request: PollRequest): Promise<readonly Update[]>;
  pending(): readonly Update[];
  /** Somebody has a request open. */
  isPolled(): boolean;
  /** Only these are kept from now on; all but a few when empty. */
  allow(kinds: readonly string[]): void;
  /** A webhook took it. */
  remove(updateId: number): void;
  /** Ends the open request with 409. */
  interrupt(words: string): void;
  clear(): void;
  close(): void;
}

/** `getUpdates` sends these only when they are asked for by name. */
const unasked = ['chat_member', 'message_reaction', 'message_reaction_count'];

/**
 * https://core.telegram.org/bots/api#getupdates: an update goes away when a later offset is asked for, a second poller ends the
 * first one's request with 409, and what is not allowed when it happens is never kept.
 */
export function createUpdateQueue(firstId: number, held: () => void): UpdateQueue {
  let next = firstId;
  let updates: readonly Update[] = [];
  let allowed: readonly string[] = [];
  let waiting: Waiting | null = null;
  const wake = () => waiting?.look();
  return {
    add(update) {
      const kind = Object.keys(update)[0] ?? '';
      if (allowed.length > 0 ? !allowed.includes(kind) : unasked.includes(kind)) return null;
      updates = [...updates, { ...update, update_id: next }];
      next += 1;
      wake();
      return next - 1;
    },
    poll(request) {
      waiting?.fail(otherPoller);
      if (request.allowed) allowed = request.allowed;
      updates = afterOffset(updates, request.offset);
      const ready = () => updates.slice(0, request.limit);
      if (ready().length > 0 || request.timeoutMs === 0) return Promise.resolve(ready());
      const open = hold(ready, request, () => {
        if (waiting === open) waiting = null;
      });
      waiting = open;
      held();
      return open.promise;
    },
    pending: () => updates,
    isPolled: () => waiting !== null,
    allow: (kinds) => {
      allowed = kinds;
    },
    remove: (updateId) => {
      updates = updates.filter(({ update_id }) => update_id !== updateId);
    },
    interrupt: (words) => waiting?.fail(words),
    clear: () => {
      updates = [];
    },
    close: () => waiting?.fail('server is shutting down'),
  };
}

const otherPoller = 'terminated by other getUpdates request; make sure that only one bot instance is running';

/** A negative offset counts from the end, and forgets everything before. */
function afterOffset(updates: readonly Update[], offset: number): readonly Update[] {
  return offset < 0 ? updates.slice(offset) : updates.filter((update) => update.update_id >= offset);
}

interface Waiting {
  readonly promise: Promise<readonly Update[]>;
  readonly look: () => void;
  readonly fail: (words: string) => void;
}

function hold(ready: () => readonly Update[], request: PollRequest, released: () => void): Waiting {
  const { promise, resolve, reject } = deferred<readonly Update[]>();
  const timer = setTimeout(() => end(() => resolve([])), request.timeoutMs);
  const end = (settle: () => void) => {
    clearTimeout(timer);
    released();
    settle();
  };
  request.hangup.addEventListener('abort', () => end(() => resolve([])), { once: true });
  return {
    promise,
    look: () => (ready().length > 0 ? end(() => resolve(ready())) : undefined),
    fail: (words) => end(() => reject(conflict(words))),
  };
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
