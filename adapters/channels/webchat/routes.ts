import fastifyStatic from '@fastify/static';
import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ChannelAdapter, Receive } from '../../../src/channel/adapter.ts';
import { type ChannelId, type ConversationId, conversationId, parseConversationId } from '../../../src/channel/ids.ts';
import type { Transcript } from '../../../src/runtime/transcript.ts';
import { rawRequest } from '../../web/raw-request.ts';
import { tokenHeader } from './adapter.ts';
import { streamEvents } from './event-stream.ts';
import { historyTurns } from './feed.ts';
import type { Feeds } from './feeds.ts';
import { turnFrame } from './frames.ts';
import { type MediaRouteParts, mediaRoutes } from './media-routes.ts';
import { pageFolder } from './page-files.ts';
import { readPosted } from './posted.ts';
import { type PreviewChoice, previewChannel } from './preview.ts';
import type { RateLimit } from './rate-limit.ts';
import { refuse, tooMany, uncached } from './refusals.ts';
import type { Visitors } from './visitors.ts';

export interface RouteParts {
  readonly account: string;
  /** What `/webchat/config` tells the page. */
  readonly page: PageConfig;
  readonly adapter: ChannelAdapter;
  readonly visitors: Visitors;
  readonly feeds: Feeds;
  readonly transcript: Transcript;
  readonly limits: RouteLimits;
  /** Without it no files are taken. */
  readonly media: Omit<MediaRouteParts, 'whoAsks'> | null;
}

export interface PageConfig {
  readonly shop: string;
  readonly locale: string;
  /** Words of the page in the shop's language, by their names in page/words.js. */
  readonly words: Readonly<Record<string, string>>;
  /** What files may be sent; `null`: none. */
  readonly media: { readonly maxBytes: number; readonly voice: boolean } | null;
  /** The channels that the page can be seen as; `null` where that is off. */
  readonly previews: readonly PreviewChoice[] | null;
}

export interface RouteLimits {
  /** By visitor. */
  readonly messages: RateLimit;
  /** By network address: a new visitor is a new allowance of messages. */
  readonly sessions: RateLimit;
  readonly pagesPerVisitor: number;
  readonly pages: number;
}

/** Of one posted message, in bytes. */
const messageBytes = 64 * 1024;

/** Everything under `/webchat` and the page itself at `/`. Register it in a scope of its own: it takes any content type. */
export async function webchatRoutes(app: FastifyInstance, parts: RouteParts, receive: Receive): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('preClose', async () => parts.feeds.closeAll());
  await servePage(app);
  app.get('/webchat/config', async (_request, reply) => uncached(reply).send(parts.page));
  app.post('/webchat/session', (request, reply) => openSession(request, reply, parts));
  app.post('/webchat/messages', { bodyLimit: messageBytes }, (request, reply) =>
    takeMessage(request, reply, { ...parts, receive }),
  );
  app.get('/webchat/events', async (request, reply) => openEvents(request, reply, parts));
  app.get('/webchat/history', (request, reply) => sendHistory(request, reply, parts));
  if (parts.media) await app.register(mediaPlugin(parts, parts.media));
}

/** A scope of its own: its bodies are not read into memory. */
function mediaPlugin(parts: RouteParts, media: NonNullable<RouteParts['media']>): FastifyPluginAsync {
  return async (scope) => mediaRoutes(scope, { ...media, whoAsks: (request) => whoAsks(request, parts) });
}

async function servePage(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: pageFolder(),
    prefix: '/webchat/page/',
    index: false,
    cacheControl: false,
  });
  app.get('/', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
}

async function openSession(request: FastifyRequest, reply: FastifyReply, parts: RouteParts) {
  const waitMs = parts.limits.sessions.take(request.ip);
  if (waitMs > 0) return tooMany(reply, waitMs);
  const preview = parts.page.previews ? previewAsked(request) : null;
  return uncached(reply)
    .code(201)
    .send({ token: parts.visitors.issue(preview) });
}

/** `?as=telegram` */
function previewAsked(request: FastifyRequest): ChannelId | null {
  return previewChannel(new URL(request.url, 'http://localhost').searchParams.get('as'));
}

async function takeMessage(request: FastifyRequest, reply: FastifyReply, parts: RouteParts & { receive: Receive }) {
  const visitor = await whoAsks(request, parts);
  if (!visitor) return refuse(reply);
  const waitMs = parts.limits.messages.take(visitor);
  if (waitMs > 0) return tooMany(reply, waitMs);
  const raw = rawRequest(request);
  const posted = readPosted(raw.body);
  if (!posted.ok) return reply.code(posted.problem.error === 'too-long' ? 413 : 400).send(posted.problem);
  if (posted.content.type === 'media' && !(await isUploaded(parts, visitor, posted.content.ref)))
    return notThere(reply);
  try {
    for (const event of parts.adapter.parse(raw)) await parts.receive(event);
  } catch (error) {
    return notKept(reply, error, request.log);
  }
  return uncached(reply).code(202).send({ id: posted.id });
}

async function isUploaded({ media }: RouteParts, visitor: ConversationId, id: string): Promise<boolean> {
  return media !== null && (await media.uploads.has(parseConversationId(visitor)?.peer ?? '', id));
}

function notThere(reply: FastifyReply) {
  const message = 'That file is not here any more. Send it once more.';
  return uncached(reply).code(400).send({ error: 'no-file', message });
}

function notKept(reply: FastifyReply, error: unknown, log: FastifyBaseLogger) {
  log.error({ err: error }, 'a message of the web chat could not be kept');
  const message = 'The message could not be kept. Send it again, with the same id.';
  return reply.code(503).header('retry-after', '2').send({ error: 'not-kept', message });
}

/** The visitor's conversation: always the asking token's own, so nobody can name another. */
async function whoAsks(request: FastifyRequest, parts: RouteParts): Promise<ConversationId | null> {
  const answer = await parts.adapter.authenticate(rawRequest(request));
  const token = request.headers[tokenHeader];
  const peer = parts.visitors.peerOf(typeof token === 'string' ? token : undefined);
  if (answer.result !== 'accept' || peer === null) return null;
  return conversationId({ channel: 'webchat', account: parts.account, peer });
}

async function openEvents(request: FastifyRequest, reply: FastifyReply, parts: RouteParts) {
  const conversation = await whoAsks(request, parts);
  if (!conversation) return refuse(reply);
  const { feeds, limits } = parts;
  if (feeds.of(conversation).length >= limits.pagesPerVisitor || feeds.count() >= limits.pages) {
    return tooMany(reply, 30_000);
  }
  return streamEvents(request, reply, conversation, parts);
}

/** `?before=TURN`: the turns before it, oldest first. */
async function sendHistory(request: FastifyRequest, reply: FastifyReply, parts: RouteParts) {
  const conversation = await whoAsks(request, parts);
  if (!conversation) return refuse(reply);
  const before = Number(new URL(request.url, 'http://localhost').searchParams.get('before'));
  if (!Number.isSafeInteger(before) || before < 1) {
    return reply.code(400).send({ error: 'bad-request', message: '"before" must be the number of a turn.' });
  }
  const entries = await parts.transcript.last(conversation, historyTurns, before);
  const turns = entries.map((entry) => turnFrame(conversation, entry, parts.page.locale));
  return uncached(reply).send({ turns, earlier: (entries[0]?.turn ?? 1) > 1 });
}
