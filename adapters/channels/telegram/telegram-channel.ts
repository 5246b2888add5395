import type { ChannelAdapter, DeliveryReceipt, RawRequest } from '../../../src/channel/adapter.ts';
import type { Capabilities } from '../../../src/channel/capabilities.ts';
import type { Address } from '../../../src/channel/ids.ts';
import { telegramCapabilities, telegramInvoices } from '../../../src/channel/limits/telegram.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { authenticateWebhook } from './authenticate.ts';
import { type Connection, connect } from './connection.ts';
import { showDraft } from './draft.ts';
import { eventsOf } from './events.ts';
import { failureOf, receiptOf } from './failure.ts';
import { fetchFile } from './fetch-media.ts';
import { listenByPolling } from './listen.ts';
import { chatOf } from './peer.ts';
import type { TelegramConfig, TelegramDeps } from './settings.ts';
import { showPart } from './show-part.ts';
import { listenByWebhook, type Registration, webhookPath } from './webhook.ts';
import { webhookSecret } from './webhook-secret.ts';

/**
 * Telegram: by webhook where the world reaches the shop, else by long polling. Throws when the token is not shaped like one
 * (`TELEGRAM_TOKEN_SHAPE`); whether Telegram knows it shows when listening.
 */
export function createTelegramChannel(config: TelegramConfig, deps: TelegramDeps): ChannelAdapter {
  const connection = connect(config, deps);
  const registration = registrationOf(config);
  const capabilities = capabilitiesOf(config, deps);
  return {
    id: 'telegram',
    capabilities,
    capabilitiesFor: (to) => ((chatOf(to) ?? 0) < 0 ? inGroup(capabilities) : capabilities),
    authenticate: async (request) => authenticateWebhook(request, registration?.secret ?? config.secretToken ?? null),
    prepare: async (request) => answerBeside(connection, request),
    parse: (request) => eventsOf(readJson(request), connection.bot(), request.receivedAt ?? null),
    deliver: (part, to) => deliver(connection, part, to),
    typing: (to) => showTyping(connection, to),
    draft: async (text, to, ended) => {
      const chat = chatOf(to);
      if (chat !== null) await showDraft(connection, chat, { text, ended });
    },
    fetchMedia: (ref) => fetchFile(connection.files, ref),
    health: connection.line.health,
    ...(registration ? { webhook: { path: webhookPath } } : {}),
    listen: (receive) =>
      registration ? listenByWebhook(connection, registration) : listenByPolling(connection, receive),
  };
}

function registrationOf({ token, publicUrl, secretToken }: TelegramConfig): Registration | null {
  return publicUrl ? { url: `${publicUrl}${webhookPath}`, secret: secretToken ?? webhookSecret(token) } : null;
}

/** An invoice that nobody could approve would be a pay button that never works. */
function capabilitiesOf({ paymentToken }: TelegramConfig, { approveCheckout }: TelegramDeps): Capabilities {
  return paymentToken && approveCheckout
    ? { ...telegramCapabilities, invoice: telegramInvoices }
    : telegramCapabilities;
}

/** The buttons for a place and a number are for private chats; and whoever is quicker could pay a group's invoice. */
function inGroup(capabilities: Capabilities): Capabilities {
  return { ...capabilities, location: null, contact: null, invoice: null };
}

/** Neither a spinner nor a payment waits for a turn. */
function answerBeside({ beside }: Connection, request: RawRequest): void {
  const update = readJson(request);
  beside.press(update);
  beside.checkout(update);
}

function readJson({ body }: RawRequest): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}

async function showTyping({ gate, screen }: Connection, to: Address): Promise<void> {
  const chat = chatOf(to);
  if (chat === null || gate.shutFor(chat) > 0) return;
  await screen.api.sendChatAction(chat, 'typing').catch(() => undefined);
}

async function deliver({ gate, screen }: Connection, part: RenderedPart, to: Address): Promise<DeliveryReceipt> {
  const chat = chatOf(to);
  if (chat === null) return { result: 'rejected', reason: 'the address is no Telegram chat' };
  const wait = await gate.pass(chat);
  if (wait !== null) return { result: 'retry', afterMs: wait, reason: 'this bot has to wait before it may send' };
  try {
    const sent = await showPart(screen, chat, part);
    if (!sent) return { result: 'rejected', reason: `Telegram cannot show this ${part.type}` };
    return { result: 'delivered', platformId: `${sent.chat.id}:${sent.message_id}` };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'flood') gate.shut(chat, failure.afterMs);
    return receiptOf(failure);
  }
}
