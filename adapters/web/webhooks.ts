import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Acknowledgement, ChannelAdapter, RawRequest, Receive, Webhook } from '../../src/channel/adapter.ts';
import { errorCode, type Log } from '../../src/runtime/log.ts';
import { rawRequest } from './raw-request.ts';

export interface WebhookDeps {
  readonly channels: readonly ChannelAdapter[];
  readonly receive: Receive;
  readonly log: Log;
}

/** Meta's batches are 3 MB at most (developers.facebook.com/docs/graph-api/webhooks/getting-started); others send less. */
const mostBytes = 3 * 1024 * 1024;

/**
 * Serves every channel's webhook. A platform hears "yes" only when everything in its request is durable: whatever else happens, it
 * delivers again, and what had been accepted is known by its id.
 */
export function webhooks(deps: WebhookDeps): FastifyPluginAsync {
  return async (app) => {
    takeAnyBytes(app);
    for (const adapter of deps.channels) if (adapter.webhook) serve(app, deps, { adapter, webhook: adapter.webhook });
  };
}

/** Signatures are over the bytes as they came: nothing is parsed before. */
function takeAnyBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

interface Served {
  readonly adapter: ChannelAdapter;
  readonly webhook: Webhook;
}

function serve(app: FastifyInstance, deps: WebhookDeps, served: Served): void {
  app.route({
    method: ['GET', 'POST'],
    url: served.webhook.path,
    exposeHeadRoute: false,
    bodyLimit: mostBytes,
    handler: (request, reply) => answer(request, reply, { ...deps, ...served }),
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, served: WebhookDeps & Served) {
  const { adapter, log } = served;
  const raw = rawRequest(request);
  const who = await adapter.authenticate(raw);
  switch (who.result) {
    case 'challenge':
      return reply.type('text/plain').send(who.body);
    case 'refuse':
      log.warn('WEBHOOK_REFUSED', { channel: adapter.id, reason: who.reason });
      return reply.code(401).send({ error: 'refused', message: 'This request is not the platform’s.' });
    case 'accept':
      return acknowledge(reply, await accept(raw, served));
  }
}

/** `not-kept` when something in it could not be made durable. */
async function accept(
  request: RawRequest,
  { adapter, webhook, receive, log }: WebhookDeps & Served,
): Promise<Acknowledgement | 'kept' | 'not-kept'> {
  try {
    await adapter.prepare?.(request);
    // Started in their order, events of one conversation keep it; different conversations need not wait for each other.
    await Promise.all(adapter.parse(request).map(receive));
    return webhook.acknowledge?.(request) ?? 'kept';
  } catch (error) {
    log.error('WEBHOOK_NOT_KEPT', { channel: adapter.id, code: errorCode(error) });
    return 'not-kept';
  }
}

function acknowledge(reply: FastifyReply, kept: Acknowledgement | 'kept' | 'not-kept') {
  if (kept === 'kept') return reply.code(200).send();
  if (kept !== 'not-kept') return reply.code(kept.status).type(kept.contentType).send(kept.body);
  const message = 'It could not be kept just now. Please deliver it again.';
  return reply.code(503).header('retry-after', '2').send({ error: 'not-kept', message });
}
