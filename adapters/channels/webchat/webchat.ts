import type { FastifyPluginAsync } from 'fastify';
import type { ChannelAdapter, Receive } from '../../../src/channel/adapter.ts';
import type { Transcript } from '../../../src/runtime/transcript.ts';
import { createWebchatAdapter } from './adapter.ts';
import { systemClock, type WebchatClock } from './clock.ts';
import { createFeeds } from './feeds.ts';
import { createRateLimit, type RateLimitConfig } from './rate-limit.ts';
import { webchatRoutes } from './routes.ts';
import { createVisitors } from './visitors.ts';

export interface WebchatConfig {
  /** Names this chat among the shop's: part of every conversation's id. */
  readonly account: string;
  /** The shop's name, shown above the chat. */
  readonly shop: string;
  /** At least 32 characters; signs the visitors' tokens. The same in every process, and kept. */
  readonly secret: string;
  /** BCP 47; how the page writes prices and dates. English when absent. */
  readonly locale?: string;
  /** Words of the page in the shop's language, by their names in page/words.js. */
  readonly words?: Readonly<Record<string, string>>;
  readonly limits?: Partial<WebchatLimits>;
}

export interface WebchatLimits {
  /** Of one visitor. */
  readonly messages: RateLimitConfig;
  /** New visitors from one network address. */
  readonly sessions: RateLimitConfig;
  readonly pagesPerVisitor: number;
  /** Open at once in this process. */
  readonly pages: number;
  readonly pollMs: number;
  readonly heartbeatMs: number;
}

export interface WebchatDeps {
  readonly transcript: Transcript;
  readonly clock?: WebchatClock;
  /** Told when the transcript could not be read for an open page; it is read again soon. */
  onTrouble(error: unknown): void;
}

export interface Webchat {
  readonly adapter: ChannelAdapter;
  /** The page and its HTTP interface, to be registered with a fastify server. */
  routes(receive: Receive): FastifyPluginAsync;
}

const usualLimits: WebchatLimits = {
  messages: { burst: 20, perSecond: 1 },
  sessions: { burst: 60, perSecond: 1 },
  pagesPerVisitor: 12,
  pages: 10_000,
  pollMs: 2_000,
  heartbeatMs: 15_000,
};

export function createWebchat(config: WebchatConfig, deps: WebchatDeps): Webchat {
  const { account, shop, locale = 'en', words = {} } = config;
  const clock = deps.clock ?? systemClock;
  const limits = { ...usualLimits, ...config.limits };
  const visitors = createVisitors(config.secret);
  const feeds = createFeeds(limits, clock, deps.onTrouble);
  const adapter = createWebchatAdapter(account, { visitors, feeds, clock });
  const routeLimits = {
    ...limits,
    messages: createRateLimit(limits.messages, clock.now),
    sessions: createRateLimit(limits.sessions, clock.now),
  };
  const { transcript } = deps;
  const parts = { account, adapter, visitors, feeds, transcript, limits: routeLimits, page: { shop, locale, words } };
  return { adapter, routes: (receive) => (app) => webchatRoutes(app, parts, receive) };
}
