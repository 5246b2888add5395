import type { WebhookInfo } from 'grammy/types';
import type { Stop } from '../../../src/channel/adapter.ts';
import { sleep } from '../../../src/runtime/sleep.ts';
import type { Connection } from './connection.ts';
import { type Failure, failureOf, redact } from './failure.ts';
import { introduce } from './introduce.ts';
import { askedUpdates } from './update-schema.ts';

export const webhookPath = '/webhooks/telegram';

export interface Registration {
  /** Where Telegram is to post. */
  readonly url: string;
  readonly secret: string;
}

/** How often Telegram is asked whether it gets through; it tells nobody by itself. */
const watchMs = 60_000;

/**
 * Tells Telegram where to post, and watches that it gets through. Several processes may do so at once: they say the same. Throws
 * `TELEGRAM_TOKEN_REFUSED`; everything else is tried again and shows in the health. `Stop` leaves the webhook: what comes meanwhile waits at Telegram.
 */
export async function listenByWebhook(connection: Connection, registration: Registration): Promise<Stop> {
  await introduce(connection);
  const stopping = new AbortController();
  const watch = createWatch(connection, registration);
  const first = await watch();
  const running = keepWatching(connection, { watch, first, stopping: stopping.signal });
  return async () => {
    stopping.abort();
    await running;
    await connection.beside.settled();
  };
}

/** Resolves with the milliseconds until it wants to look again. */
type Watch = () => Promise<number>;

interface Watching {
  readonly watch: Watch;
  readonly first: number;
  readonly stopping: AbortSignal;
}

async function keepWatching({ clock }: Connection, { watch, first, stopping }: Watching): Promise<void> {
  for (let wait = first; !stopping.aborted; ) {
    await sleep(clock, wait, stopping);
    if (!stopping.aborted) wait = await watch();
  }
}

function createWatch(connection: Connection, registration: Registration): Watch {
  let isSet = false;
  let failures = 0;
  const judge = createJudge(connection);
  return async () => {
    // Telegram was out of reach when we started.
    if (connection.bot().username === null) await introduce(connection).catch(() => undefined);
    try {
      if (!isSet) await register(connection, registration);
      isSet = true;
      failures = 0;
      const info: unknown = await connection.asideApi.getWebhookInfo();
      if (!isInfo(info)) return tellFailure(connection, oddAnswer, 1);
      isSet = info.url === registration.url;
      if (!isSet) return tellTaken(connection);
      judge(info);
      return watchMs;
    } catch (error) {
      failures += 1;
      return tellFailure(connection, failureOf(error), failures);
    }
  };
}

/** A proxy may answer `ok` with anything. */
function isInfo(answer: unknown): answer is WebhookInfo {
  return typeof answer === 'object' && answer !== null && 'url' in answer && typeof answer.url === 'string';
}

const oddAnswer: Failure = { kind: 'outage', reason: 'the answer tells of no webhook' };

async function register({ asideApi, log }: Connection, { url, secret }: Registration): Promise<void> {
  await asideApi.setWebhook(url, {
    secret_token: secret,
    allowed_updates: [...askedUpdates],
    // More would only queue here: a turn's path is short, and a shop's writes share their commits.
    max_connections: 40,
  });
  log.info('TELEGRAM_WEBHOOK_SET', { host: new URL(url).host });
}

const takenWords =
  'Somebody else has set or removed this bot’s webhook: another program uses the same token. Stop it, or give each its own bot.';

function tellTaken({ log, line }: Connection): number {
  log.error('TELEGRAM_WEBHOOK_TAKEN', { mend: takenWords });
  line.is('down', takenWords);
  return 1000;
}

function tellFailure({ log, line }: Connection, failure: Failure, failures: number): number {
  const { kind, reason } = failure;
  const isOurs = kind === 'refused' || kind === 'token' || kind === 'gone';
  log[isOurs ? 'error' : 'warn']('TELEGRAM_WEBHOOK_FAILED', { reason });
  line.is(
    isOurs ? 'down' : 'connecting',
    `Telegram did not take the webhook (${reason}); it is tried again by itself.`,
  );
  return kind === 'flood' ? failure.afterMs : Math.min(watchMs, 1000 * 2 ** Math.min(failures - 1, 6));
}

/** Telegram keeps its last error for ever: only what is recent, with messages waiting, says that it does not get through now. */
const recentMs = 5 * 60_000;

function createJudge({ clock, log, line }: Connection): (info: WebhookInfo) => void {
  let told = 0;
  return ({ last_error_date = 0, last_error_message = '', pending_update_count }) => {
    const reason = redact(last_error_message);
    if (pending_update_count === 0 || clock.now() - last_error_date * 1000 > recentMs) return line.is('up');
    line.is(
      'down',
      `Telegram does not get through to this shop: ${reason}. ${pending_update_count} messages wait there.`,
    );
    if (last_error_date > told) log.error('TELEGRAM_WEBHOOK_FAILING', { reason, waiting: pending_update_count });
    told = last_error_date;
  };
}
