import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Receive, Stop } from '../../../src/channel/adapter.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import { eventsOf } from './events.ts';
import { failureOf } from './failure.ts';
import type { BotIdentity } from './peer.ts';
import { poll, tokenWords } from './poll.ts';
import { acknowledgePress } from './press.ts';
import { receiveBatch } from './receive-batch.ts';
import type { SendGate } from './send-gate.ts';
import type { Screen } from './show-part.ts';

/** One bot's lines to Telegram, and what it knows of itself. */
export interface Connection {
  readonly bot: () => BotIdentity;
  readonly named: (username: string) => void;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollSeconds: number;
  readonly gate: SendGate;
  readonly screen: Screen;
  readonly pollApi: Api;
  /** For what must hold up neither a turn nor a stop: gives up soon. */
  readonly asideApi: Api;
}

/**
 * Starts to poll. Throws `TELEGRAM_TOKEN_REFUSED` when Telegram does not know the token; an unreachable Telegram is waited for.
 * `Stop` ends the open request, lets the batch in hand finish and confirms it.
 */
export async function listen(connection: Connection, receive: Receive): Promise<Stop> {
  const { clock, log, pollSeconds, pollApi, asideApi } = connection;
  await introduce(connection);
  const stopping = new AbortController();
  const presses = createPresses(connection);
  const running = poll({
    ...{ clock, log, pollSeconds, asideApi, api: pollApi, stopping: stopping.signal },
    receive: async (updates) => {
      // Telegram was out of reach when we started.
      if (connection.bot().username === null) await introduce(connection).catch(() => undefined);
      return receiveBatch(updates, batchSettings(connection, receive, presses.acknowledge));
    },
  });
  return async () => {
    stopping.abort();
    await running;
    await presses.settled();
  };
}

function batchSettings({ bot, clock, log }: Connection, receive: Receive, received: (update: Update) => void) {
  return {
    ...{ receive, received },
    eventsOf: (update: Update) => eventsOf(update, bot(), clock.now()),
    failed: (error: unknown) => log.error('TELEGRAM_NOT_RECEIVED', { cause: errorCode(error) }),
  };
}

/** Learns the bot's username, which groups call it by; also the first word on whether the token holds. */
async function introduce({ screen, named, log }: Connection): Promise<void> {
  try {
    const me = await screen.api.getMe();
    // A proxy may answer `ok` with anything.
    if (typeof me.username !== 'string') return log.warn('TELEGRAM_UNREACHED', { reason: 'the answer names no bot' });
    named(me.username);
    log.info('TELEGRAM_LISTENING', { bot: me.username });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'token') throw Object.assign(new Error(tokenWords), { code: 'TELEGRAM_TOKEN_REFUSED' });
    log.warn('TELEGRAM_UNREACHED', { reason: failure.reason });
  }
}

/** Acknowledging goes on beside the turn; whoever stops waits for what is under way. */
function createPresses({ asideApi, gate }: Connection) {
  const open = new Set<Promise<void>>();
  return {
    acknowledge: (update: Update) => {
      const press = acknowledgePress(asideApi, gate, update);
      open.add(press);
      void press.finally(() => open.delete(press));
    },
    settled: async () => {
      await Promise.allSettled(open);
    },
  };
}
