import type { Update } from 'grammy/types';
import type { Receive, Stop } from '../../../src/channel/adapter.ts';
import { errorCode } from '../../../src/runtime/log.ts';
import type { Connection } from './connection.ts';
import { eventsOf } from './events.ts';
import { introduce } from './introduce.ts';
import { poll } from './poll.ts';
import { receiveBatch } from './receive-batch.ts';

/**
 * Starts to poll. Throws `TELEGRAM_TOKEN_REFUSED` when Telegram does not know the token; an unreachable Telegram is waited for.
 * `Stop` ends the open request, lets the batch in hand finish and confirms it.
 */
export async function listenByPolling(connection: Connection, receive: Receive): Promise<Stop> {
  const { clock, log, line, pollSeconds, pollApi, asideApi, beside } = connection;
  await introduce(connection);
  const stopping = new AbortController();
  const running = poll({
    ...{ clock, log, line, pollSeconds, asideApi, api: pollApi, stopping: stopping.signal },
    receive: async (updates) => {
      // Telegram was out of reach when we started.
      if (connection.bot().username === null) await introduce(connection).catch(() => undefined);
      for (const update of updates) beside.checkout(update);
      return receiveBatch(updates, batchSettings(connection, receive));
    },
  });
  return async () => {
    stopping.abort();
    await running;
    await beside.settled();
  };
}

function batchSettings({ bot, clock, log, beside }: Connection, receive: Receive) {
  return {
    ...{ receive, received: beside.press },
    eventsOf: (update: Update) => eventsOf(update, bot(), clock.now()),
    failed: (error: unknown) => log.error('TELEGRAM_NOT_RECEIVED', { cause: errorCode(error) }),
  };
}
