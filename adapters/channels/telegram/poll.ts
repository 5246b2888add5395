import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { sleep } from '../../../src/runtime/sleep.ts';
import { type Failure, failureOf } from './failure.ts';
import type { Line } from './line.ts';
import { askedUpdates } from './update-schema.ts';

export interface Polling {
  readonly api: Api;
  /** For what must not hold up a stop: gives up soon. */
  readonly asideApi: Api;
  readonly clock: Clock;
  readonly log: Log;
  readonly line: Line;
  readonly pollSeconds: number;
  /** Whether all of them are durable: only then are they confirmed. */
  readonly receive: (updates: readonly Update[]) => Promise<boolean>;
  /** Aborts the open request and ends the loop after the batch in hand. */
  readonly stopping: AbortSignal;
}

/**
 * Polls until stopped, or until Telegram refuses the token. Updates are confirmed by asking for the next ones: what was
 * not received is asked for again, and a crash in between brings it again too.
 */
export async function poll(polling: Polling): Promise<void> {
  const { stopping, clock } = polling;
  const webhook = createRemoval(polling);
  let offset = 0;
  let failures = 0;
  while (!stopping.aborted) {
    const outcome = await pollOnce(polling, { offset, webhook });
    if (outcome.result === 'stopped') break;
    failures = outcome.result === 'received' ? 0 : failures + 1;
    if (outcome.result === 'received') offset = outcome.next;
    else if (outcome.waitMs !== 0) await sleep(clock, outcome.waitMs ?? backOff(failures), stopping);
  }
  if (offset > 0) await confirm(polling, offset);
}

type Outcome = { readonly result: 'received'; readonly next: number } | Interrupted;

type Interrupted = { readonly result: 'again'; readonly waitMs: number | null } | { readonly result: 'stopped' };

interface Round {
  readonly offset: number;
  readonly webhook: Removal;
}

async function pollOnce(polling: Polling, { offset, webhook }: Round): Promise<Outcome> {
  const updates = await ask(polling, { offset, webhook });
  if (!Array.isArray(updates)) return updates;
  polling.line.is('up');
  if (!(await polling.receive(updates))) return { result: 'again', waitMs: null };
  return { result: 'received', next: nextOffset(updates, offset) };
}

function nextOffset(updates: readonly Update[], offset: number): number {
  return updates.reduce((next, update) => Math.max(next, update.update_id + 1), offset);
}

async function ask(polling: Polling, { offset, webhook }: Round): Promise<Update[] | Interrupted> {
  const { api, pollSeconds, stopping } = polling;
  try {
    const request = { offset, timeout: pollSeconds, allowed_updates: askedUpdates };
    const answer: unknown = await api.getUpdates(request, grammySignal(stopping));
    return isUpdates(answer) ? answer : again(polling, 'TELEGRAM_POLL_FAILED', 'the answer holds no updates');
  } catch (error) {
    if (stopping.aborted) return { result: 'stopped' };
    const failure = failureOf(error);
    return (await webhook.removeAfter(failure)) ? { result: 'again', waitMs: 0 } : afterFailure(failure, polling);
  }
}

/** grammY is typed for a polyfill's signal; Node's own does all that it uses (grammy/out/core/client.js). */
function grammySignal(signal: AbortSignal): Parameters<Api['getUpdates']>[1] {
  return signal as Parameters<Api['getUpdates']>[1];
}

/** A proxy may answer `ok` with anything. */
function isUpdates(answer: unknown): answer is Update[] {
  return Array.isArray(answer) && answer.every((update) => Number.isSafeInteger(update?.update_id));
}

function again({ log, line }: Polling, code: string, reason: string): Interrupted {
  log.warn(code, { reason });
  line.is('connecting', `Telegram does not answer (${reason}); it is tried again by itself.`);
  return { result: 'again', waitMs: null };
}

/** Two pollers steal each other's updates for as long as both run: asking often would only make it worse. */
const conflictMs = 30_000;

function afterFailure(failure: Failure, polling: Polling): Interrupted {
  const { log, line } = polling;
  switch (failure.kind) {
    case 'token':
      line.is('down', tokenWords);
      log.error('TELEGRAM_TOKEN_REFUSED', { reason: failure.reason, mend: tokenWords });
      return { result: 'stopped' };
    case 'conflict':
      line.is('down', conflictWords);
      log.error('TELEGRAM_TWO_POLLERS', { reason: failure.reason, mend: conflictWords });
      return { result: 'again', waitMs: conflictMs };
    case 'flood':
      log.warn('TELEGRAM_SLOW_DOWN', { reason: failure.reason });
      return { result: 'again', waitMs: failure.afterMs };
    case 'outage':
    case 'gone':
    case 'refused':
      return again(polling, 'TELEGRAM_POLL_FAILED', failure.reason);
  }
}

interface Removal {
  /** Whether a webhook was in the way and is gone. */
  removeAfter(failure: Failure): Promise<boolean>;
}

/** Once only: when it is back, another process of this bot listens by webhook, and two that remove and set it would never end. */
function createRemoval({ asideApi, log }: Polling): Removal {
  let tried = false;
  return {
    async removeAfter(failure) {
      if (tried || failure.kind !== 'conflict' || !failure.reason.includes('webhook')) return false;
      tried = true;
      const removed = await asideApi.deleteWebhook().catch(() => false);
      if (removed) log.warn('TELEGRAM_WEBHOOK_REMOVED', { mend: removedWords });
      return removed;
    },
  };
}

const removedWords =
  'This bot had a webhook, and a bot with one cannot be polled: it was removed. Set TELEGRAM_WEBHOOK=yes if Telegram shall post to this shop.';

export const tokenWords = 'Telegram refuses the bot token: nothing is received. Ask BotFather for it and restart.';

const conflictWords =
  'Somebody else receives this bot’s messages: another process polls with the same token, or a webhook is set. Stop the other, or give each its own bot.';

/** 1, 2, 4 … 30 seconds. */
function backOff(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(failures - 1, 5));
}

/** So that what was received does not come again after the restart; it would be a duplicate, no more. */
async function confirm({ asideApi, log }: Polling, offset: number): Promise<void> {
  try {
    await asideApi.getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: askedUpdates });
  } catch (error) {
    log.warn('TELEGRAM_NOT_CONFIRMED', { reason: failureOf(error).reason });
  }
}
