import type { Api } from 'grammy';
import type { Clock } from '../../../src/runtime/clock.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { type Beside, createBeside } from './beside.ts';
import type { Till } from './checkout.ts';
import { createClient } from './client.ts';
import type { FileSource } from './fetch-media.ts';
import { createLine, type Line } from './line.ts';
import type { BotIdentity } from './peer.ts';
import { createSendGate, defaultPace, type SendGate } from './send-gate.ts';
import { englishWords, type TelegramConfig, type TelegramDeps, type TelegramWords } from './settings.ts';
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
  readonly files: FileSource;
  readonly line: Line;
  readonly beside: Beside;
}

/** Opens nothing yet. Throws `TELEGRAM_TOKEN_SHAPE`. */
export function connect(config: TelegramConfig, deps: TelegramDeps): Connection {
  const { token, pollSeconds = 30, patienceSeconds = 30 } = config;
  const apiRoot = (config.apiRoot ?? 'https://api.telegram.org').replace(/\/+$/u, '');
  const { log, clock = systemClock } = deps;
  const client = (timeoutSeconds: number) => createClient({ token, apiRoot }, timeoutSeconds);
  const asideApi = client(Math.min(patienceSeconds, 10));
  const { bot, named } = createIdentity(config);
  const words = { ...englishWords, ...config.words };
  const gate = createSendGate(clock, { ...defaultPace, ...config.pace });
  const till: Till = { api: asideApi, clock, log, approve: deps.approveCheckout, sorry: words.cannotPay };
  return {
    ...{ bot, named, clock, log, pollSeconds, gate, asideApi },
    screen: screenOf(client(patienceSeconds), { words, config, deps }),
    // A poll stays open on purpose; its own client knows for how long.
    pollApi: client(pollSeconds + 15),
    files: { api: client(patienceSeconds), apiRoot, token, patienceMs: patienceSeconds * 1000 },
    line: createLine(),
    beside: createBeside({ till, gate, bot }),
  };
}

interface ScreenParts {
  readonly words: TelegramWords;
  readonly config: TelegramConfig;
  readonly deps: TelegramDeps;
}

function screenOf(api: Api, { words, config, deps }: ScreenParts): Screen {
  return {
    api,
    openPicture: deps.openPicture ?? (async () => null),
    share: { location: words.shareLocation, contact: words.shareContact },
    paymentToken: config.paymentToken ?? null,
    asked: new Set(),
  };
}

function createIdentity({ token, account }: TelegramConfig): Pick<Connection, 'bot' | 'named'> {
  const id = botIdOf(token);
  let bot: BotIdentity = { id, account: account ?? `${id}`, username: null };
  return {
    bot: () => bot,
    named: (username) => {
      bot = { ...bot, username };
    },
  };
}

function botIdOf(token: string): number {
  const match = /^(\d{1,16}):[\w-]+$/u.exec(token);
  if (match) return Number(match[1]);
  throw Object.assign(new Error('The Telegram token is not shaped like 123456:AAbb…: copy it again from BotFather.'), {
    code: 'TELEGRAM_TOKEN_SHAPE',
  });
}
