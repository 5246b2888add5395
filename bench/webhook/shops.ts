import { createHash, timingSafeEqual } from 'node:crypto';
import fastify from 'fastify';
import pino from 'pino';
import { createWebServer } from '../../adapters/web/server.ts';
import { webhooks } from '../../adapters/web/webhooks.ts';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { readRecord } from '../../src/runtime/message-record.ts';
import { createRuntime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/storage/store.ts';
import type { BotStore } from '../durable/bot-subject.ts';
import { emptyCatalog, noJobs } from '../durable/parley-subject.ts';
import { shoppingActions } from '../shopping/actions.ts';
import { loadShoppingBook } from '../shopping/book.ts';
import { botTurn, freshBotState } from '../shopping/switch-bot.ts';
import { talk } from '../shopping/talk.ts';
import { type PlatformName, platforms } from './platforms.ts';

/** A shop with a webhook, in this process. */
export interface WebhookShop {
  /** The webhook's address. */
  readonly url: string;
  /** Resolves once everything has been answered. Throws unless every message led to one turn, rightly answered. */
  expectHandled(messages: number): Promise<void>;
  close(): Promise<void>;
}

/** The real server, adapter, runtime and store; what is said goes to a channel that takes it at once. */
export async function openParley(platform: PlatformName, store: Store): Promise<WebhookShop> {
  const book = loadShoppingBook();
  const adapter = withWebhook(platform, await platforms[platform].open());
  const runtime = createRuntime({
    store,
    book: () => book,
    actions: shoppingActions,
    catalog: emptyCatalog,
    channels: new Map([[adapter.id, adapter]]),
    clock: systemClock,
    log: silentLog,
    jobs: noJobs,
  });
  await runtime.start();
  const log = pino({ level: 'silent' });
  const server = createWebServer({ host: '127.0.0.1', port: 0 }, { log, health: () => ({ healthy: true }) });
  await server.app.register(webhooks({ channels: [adapter], receive: runtime.receive, log: silentLog }));
  return {
    url: `${await server.listen()}${adapter.webhook.path}`,
    async expectHandled(messages) {
      await runtime.settled();
      expectAnswers(await answersIn(store, messages), messages);
    },
    async close() {
      await server.close();
      await runtime.stop();
      await store.close();
    },
  };
}

/** What takes a message in, and nothing that would speak to the platform: a benchmark calls nobody. */
function withWebhook(platform: PlatformName, { id, capabilities, authenticate, parse, webhook }: ChannelAdapter) {
  const deliver = async () => ({ result: 'delivered' }) as const;
  return { id, capabilities, authenticate, parse, deliver, webhook: webhook ?? { path: `/webhooks/${platform}` } };
}

async function answersIn(store: Store, messages: number) {
  const records = await store.find('message', { where: { turn: { above: 0 } }, limit: messages + 1 });
  return records.map(readRecord).map(({ turn, outbound }) => ({ turn, words: JSON.stringify(outbound) }));
}

/** The first talk of each conversation: what answers wrongly is not measured. */
function expectAnswers(answers: readonly { readonly turn: number; readonly words: string }[], messages: number): void {
  if (answers.length !== messages) throw new Error(`${messages} messages were accepted, ${answers.length} turns taken`);
  for (const { turn, words } of answers) {
    const hears = talk[turn - 1]?.hears ?? '';
    const said = words.replace(/"[\]},]*,?[[{]*"(bold)?|\\n/g, ' ');
    if (!said.includes(hears)) throw new Error(`turn ${turn} was answered with "${said}" instead of "${hears}"`);
  }
}

/** The bound: the bot written by hand that keeps every message, behind a bare route with Telegram's check of the secret. */
export async function openBot(store: BotStore): Promise<WebhookShop> {
  const app = fastify();
  const known = new Map<number, { readonly revision: number; readonly state: typeof freshBotState }>();
  let turns = 0;
  app.post('/bot', async (request, reply) => {
    if (!isSame(String(request.headers['x-telegram-bot-api-secret-token']))) return reply.code(401).send();
    const { message } = request.body as { message: { message_id: number; chat: { id: number }; text: string } };
    const { id } = message.chat;
    const before = known.get(id) ?? { revision: 0, state: freshBotState };
    const taken = botTurn(before.state, message.text);
    const record = {
      id: `${id}/${message.message_id}`,
      body: { at: Date.now(), text: message.text, replies: taken.replies },
    };
    await store.write(`c${id}`, { revision: before.revision, state: taken.state, record });
    known.set(id, { revision: before.revision + 1, state: taken.state });
    turns += 1;
    return reply.code(200).send();
  });
  return {
    url: `${await app.listen({ host: '127.0.0.1', port: 0 })}/bot`,
    async expectHandled(messages) {
      if (turns !== messages) throw new Error(`${messages} messages were accepted, ${turns} turns taken`);
    },
    async close() {
      await app.close();
      await store.close();
    },
  };
}

const secret = digest('a-secret-of-this-benchmark');

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isSame(given: string): boolean {
  return timingSafeEqual(digest(given), secret);
}
