import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RawRequest } from '../../src/channel/adapter.ts';

/** As it came in; the body is what a buffer parser has left, else empty. */
export function rawRequest(request: FastifyRequest): RawRequest {
  const { method, url, headers, body } = request;
  return {
    method,
    url,
    headers: joined(headers),
    body: body instanceof Uint8Array ? body : new Uint8Array(),
    receivedAt: Date.now(),
  };
}

function joined(headers: FastifyRequest['headers']): RawRequest['headers'] {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return Object.fromEntries(entries);
}

/** Signatures are over the bytes as they came: nothing is parsed before. */
export function takeAnyBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** Whoever posted it delivers it again. */
export function tellLater(reply: FastifyReply): FastifyReply {
  const message = 'It could not be kept just now. Please deliver it again.';
  return reply.code(503).header('retry-after', '2').send({ error: 'not-kept', message });
}
