import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ConversationId, parseConversationId } from '../../../src/channel/ids.ts';
import type { MediaKind } from '../../../src/channel/media.ts';
import type { FileStore } from '../../../src/media/file-store.ts';
import type { MediaRecord, SentEvent } from '../../../src/media/media-record.ts';
import type { RateLimit } from './rate-limit.ts';
import { refuse, tooMany, uncached } from './refusals.ts';
import type { Uploads } from './uploads.ts';

export interface MediaRouteParts {
  readonly uploads: Uploads;
  readonly files: FileStore;
  readonly record: (sent: SentEvent) => Promise<MediaRecord | null>;
  readonly limits: {
    /** By visitor. */
    readonly uploads: RateLimit;
    /** By network address: a new visitor is a new allowance. */
    readonly uploadsFrom: RateLimit;
  };
  /** Calls at intervals until it is told to stop. */
  readonly every: (ms: number, run: () => void) => () => void;
  /** The visitor's own conversation; `null`: nobody's. */
  readonly whoAsks: (request: FastifyRequest) => Promise<ConversationId | null>;
}

const sweepMs = 60 * 60 * 1000;

/** `POST /webchat/media` takes the bytes of one file; `GET /webchat/media/EVENT` gives a visitor their own picture back. */
export async function mediaRoutes(app: FastifyInstance, parts: MediaRouteParts): Promise<void> {
  app.removeAllContentTypeParsers();
  // The body is left to flow: it is counted and looked at on its way to the disk.
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.post('/webchat/media', (request, reply) => takeUpload(request, reply, parts));
  app.get('/webchat/media/:event', (request, reply) => sendPicture(request, reply, parts));
  // The first time an hour after the start: what waited while the shop was closed is read by then.
  const stop = parts.every(sweepMs, () => {
    parts.uploads.sweep().catch((error: unknown) => app.log.error({ err: error }, 'UPLOADS_NOT_SWEPT'));
  });
  app.addHook('onClose', async () => stop());
}

async function takeUpload(request: FastifyRequest, reply: FastifyReply, parts: MediaRouteParts) {
  // What is not read of a body that is refused goes with its connection.
  reply.header('connection', 'close');
  const visitor = await parts.whoAsks(request);
  const peer = visitor && parseConversationId(visitor)?.peer;
  if (!peer) return refuse(reply);
  const waitMs = Math.max(parts.limits.uploads.take(peer), parts.limits.uploadsFrom.take(request.ip));
  if (waitMs > 0) return tooMany(reply, waitMs);
  if (!(request.body instanceof Readable)) return notTaken(reply);
  // A stream that is left would take the connection with it, and the answer too.
  const body: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => untilLeft(request.body as Readable) };
  const uploaded = await parts.uploads.put(peer, body, sentAs(request));
  if (uploaded.result === 'not-taken') return notTaken(reply);
  if (uploaded.result === 'too-large') return tooLarge(reply);
  const { id, kind, bytes } = uploaded;
  return uncached(reply).code(201).send({ id, kind, bytes });
}

function untilLeft(body: Readable): AsyncIterator<Uint8Array> {
  return body.iterator({ destroyOnReturn: false });
}

function sentAs(request: FastifyRequest): MediaKind {
  return new URL(request.url, 'http://localhost').searchParams.get('kind') === 'voice' ? 'voice' : 'document';
}

function notTaken(reply: FastifyReply) {
  const message = 'Only pictures, recordings, films, PDF and plain text can be sent.';
  return uncached(reply).code(415).send({ error: 'not-taken', message });
}

function tooLarge(reply: FastifyReply) {
  return uncached(reply).code(413).send({ error: 'too-large', message: 'That file is too large to be sent.' });
}

/** What every browser draws and none runs. */
const shown: readonly (string | null)[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

async function sendPicture(request: FastifyRequest, reply: FastifyReply, parts: MediaRouteParts) {
  const conversation = await parts.whoAsks(request);
  if (!conversation) return refuse(reply);
  const { event } = request.params as { readonly event: string };
  const record = /^[\w-]{1,64}$/u.test(event) ? await parts.record({ conversation, event }) : null;
  const body = record?.file && shown.includes(record.mediaType) ? await parts.files.open(record.file) : null;
  if (!record?.mediaType || !body) {
    return uncached(reply).code(404).send({ error: 'not-found', message: 'There is no picture of yours here.' });
  }
  // Opened by itself it is saved, not shown; whatever it may hold is run nowhere.
  const headers = { 'content-disposition': 'attachment', 'content-security-policy': "default-src 'none'; sandbox" };
  return uncached(reply).headers(headers).type(record.mediaType).send(Readable.from(body));
}
