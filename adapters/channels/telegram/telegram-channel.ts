import { Api } from 'grammy';
import type { ChannelAdapter, DeliveryReceipt } from '../../../src/channel/adapter.ts';
import type { Address } from '../../../src/channel/ids.ts';
import { telegramCapabilities } from '../../../src/channel/limits/telegram.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { authenticateWebhook } from './authenticate.ts';
import { eventsOf } from './events.ts';
import { failureOf, receiptOf } from './failure.ts';
import { type Connection, listen } from './listen.ts';
import { type BotIdentity, chatOf } from './peer.ts';
import { createSendGate, defaultPace } from './send-gate.ts';
import type { TelegramConfig, TelegramDeps } from './settings.ts';
import { showPart } from './show-part.ts';

/**
 * Telegram by long polling. Throws when the token is not shaped like one (`TELEGRAM_TOKEN_SHAPE`); whether Telegram knows it
 * shows when listening.
 */
export function createTelegramChannel(config: TelegramConfig, deps: TelegramDeps): ChannelAdapter {
  const connection = connect(config, deps);
  const { gate, screen } = connection;
  return {
    id: 'telegram',
    capabilities: telegramCapabilities,
    authenticate: async (request) => authenticateWebhook(request, config.secretToken ?? null),
    parse: (request) => eventsOf(readJson(request.body), connection.bot(), null),
    deliver: (part, to) => deliver(connection, part, to),
    typing: async (to) => {
      const chat = chatOf(to);
      if (chat === null || gate.shutFor() > 0) return;
      await screen.api.sendChatAction(chat, 'typing').catch(() => undefined);
    },
    listen: (receive) => listen(connection, receive),
  };
}

function connect(config: TelegramConfig, deps: TelegramDeps): Connection {
  const { token, pollSeconds = 30 } = config;
  const apiRoot = config.apiRoot?.replace(/\/+$/u, '');
  const { log, clock = systemClock } = deps;
  const client = (timeoutSeconds: number) => new Api(token, { timeoutSeconds, ...(apiRoot ? { apiRoot } : {}) });
  const id = botIdOf(token);
  let bot: BotIdentity = { id, account: config.account ?? `${id}`, username: null };
  return {
    ...{ clock, log, pollSeconds },
    bot: () => bot,
    named: (username) => {
      bot = { ...bot, username };
    },
    gate: createSendGate(clock, { ...defaultPace, ...config.pace }),
    screen: {
      api: client(30),
      openPicture: deps.openPicture ?? (async () => null),
      shareLocation: config.shareLocation ?? '📍 Send my location',
      asked: new Set(),
    },
    // A poll stays open on purpose; its own client knows for how long.
    pollApi: client(pollSeconds + 15),
    asideApi: client(10),
  };
}

function botIdOf(token: string): number {
  const match = /^(\d{1,16}):[\w-]+$/u.exec(token);
  if (match) return Number(match[1]);
  throw Object.assign(new Error('The Telegram token is not shaped like 123456:AAbb…: copy it again from BotFather.'), {
    code: 'TELEGRAM_TOKEN_SHAPE',
  });
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}

async function deliver({ gate, screen }: Connection, part: RenderedPart, to: Address): Promise<DeliveryReceipt> {
  const chat = chatOf(to);
  if (chat === null) return { result: 'rejected', reason: 'the address is no Telegram chat' };
  const wait = await gate.pass(chat);
  if (wait !== null) return { result: 'retry', afterMs: wait, reason: 'this bot has to wait before it may send' };
  try {
    const sent = await showPart(screen, chat, part);
    if (!sent) return { result: 'rejected', reason: `Telegram shows no ${part.type}` };
    return { result: 'delivered', platformId: `${sent.chat.id}:${sent.message_id}` };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'flood') gate.shut(failure.afterMs);
    return receiptOf(failure);
  }
}
