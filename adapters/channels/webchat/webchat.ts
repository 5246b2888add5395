import type { FastifyPluginAsync } from 'fastify';
import type { ChannelAdapter, Receive } from '../../../src/channel/adapter.ts';
import type { FileStore } from '../../../src/media/file-store.ts';
import type { MediaRecord, SentEvent } from '../../../src/media/media-record.ts';
import type { Transcript } from '../../../src/runtime/transcript.ts';
import { createWebchatAdapter } from './adapter.ts';
import { systemClock, type WebchatClock } from './clock.ts';
import { createFeeds } from './feeds.ts';
import { previewChoices } from './preview.ts';
import { createRateLimit, type RateLimitConfig } from './rate-limit.ts';
import { type RouteParts, webchatRoutes } from './routes.ts';
import { createUploads } from './uploads.ts';
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
  /** Lets anybody who opens the page see it like any channel would show it; for trying out, not for shoppers. */
  readonly previews?: boolean;
}

export interface WebchatLimits {
  /** Of one visitor. */
  readonly messages: RateLimitConfig;
  /** New visitors from one network address. */
  readonly sessions: RateLimitConfig;
  /** Files of one visitor, and from one network address. */
  readonly uploads: RateLimitConfig;
  readonly uploadsFrom: RateLimitConfig;
  /** Of one file. */
  readonly uploadBytes: number;
  readonly pagesPerVisitor: number;
  /** Open at once in this process. */
  readonly pages: number;
  readonly pollMs: number;
  readonly heartbeatMs: number;
}

export interface WebchatDeps {
  readonly transcript: Transcript;
  readonly clock?: WebchatClock;
  /** Without it the page offers to send no files. */
  readonly media?: WebchatMedia;
  /** Told when the transcript could not be read for an open page; it is read again soon. */
  onTrouble(error: unknown): void;
}

export interface WebchatMedia {
  readonly files: FileStore;
  /** What became of a file that was sent. */
  record(sent: SentEvent): Promise<MediaRecord | null>;
  /** Whether somebody listens: the page then offers to record. */
  readonly listens: boolean;
}

export interface Webchat {
  readonly adapter: ChannelAdapter;
  /** The page and its HTTP interface, to be registered with a fastify server. */
  routes(receive: Receive): FastifyPluginAsync;
}

const usualLimits: WebchatLimits = {
  messages: { burst: 20, perSecond: 1 },
  sessions: { burst: 60, perSecond: 1 },
  uploads: { burst: 6, perSecond: 1 / 10 },
  // Ten megabytes each: what one address can fill of the disk is 14 GB a day.
  uploadsFrom: { burst: 30, perSecond: 1 / 60 },
  uploadBytes: 10 * 1024 * 1024,
  pagesPerVisitor: 12,
  pages: 10_000,
  pollMs: 2_000,
  heartbeatMs: 15_000,
};

export function createWebchat(config: WebchatConfig, deps: WebchatDeps): Webchat {
  const { account, shop, locale = 'en', words = {}, previews = false } = config;
  const clock = deps.clock ?? systemClock;
  const limits = { ...usualLimits, ...config.limits };
  const visitors = createVisitors(config.secret, { previews });
  const { media } = deps;
  const uploads = media ? createUploads({ files: media.files, mostBytes: limits.uploadBytes, now: clock.now }) : null;
  const feeds = createFeeds(limits, clock, deps.onTrouble);
  const adapter = createWebchatAdapter(account, { visitors, feeds, clock, uploads });
  const rate = (of: RateLimitConfig) => createRateLimit(of, clock.now);
  const routeLimits = { ...limits, messages: rate(limits.messages), sessions: rate(limits.sessions) };
  const mediaLimits = { uploads: rate(limits.uploads), uploadsFrom: rate(limits.uploadsFrom) };
  const page = {
    shop,
    locale,
    words,
    media: media ? { maxBytes: limits.uploadBytes, voice: media.listens } : null,
    previews: previews ? previewChoices : null,
  };
  const parts: RouteParts = {
    account,
    adapter,
    visitors,
    feeds,
    transcript: deps.transcript,
    limits: routeLimits,
    page,
    media: media && uploads ? { ...media, uploads, limits: mediaLimits, every: clock.every } : null,
  };
  return { adapter, routes: (receive) => (app) => webchatRoutes(app, parts, receive) };
}
