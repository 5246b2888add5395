import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Acknowledgement, ChannelAdapter, RawRequest, Receive, Webhook } from '../../src/channel/adapter.ts';
import { type Clock, systemClock } from '../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../src/runtime/log.ts';
import { rawRequest, takeAnyBytes, tellLater } from './raw-request.ts';
import { createRefusalLog, type NoteRefusal } from './refusal-log.ts';

export interface WebhookDeps {
  readonly channels: readonly ChannelAdapter[];
  readonly receive: Receive;
  readonly log: Log;
  /** The system's when absent. */
  readonly clock?: Pick<Clock, 'now'>;
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
    for (const adapter of deps.channels) {
      if (!adapter.webhook) continue;
      const note = createRefusalLog({ clock: systemClock, ...deps }, adapter.id);
      serve(app, { ...deps, adapter, webhook: adapter.webhook, note });
    }
  };
}

interface Served extends WebhookDeps {
  readonly adapter: ChannelAdapter;
  readonly webhook: Webhook;
  readonly note: NoteRefusal;
}

function serve(app: FastifyInstance, served: Served): void {
  app.route({
    method: ['GET', 'POST'],
    url: served.webhook.path,
    exposeHeadRoute: false,
    bodyLimit: mostBytes,
    handler: (request, reply) => answer(request, reply, served),
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, served: Served) {
  const raw = rawRequest(request);
  const who = await whoAsks(raw, served);
  switch (who.result) {
    case 'challenge':
      return reply.type('text/plain').send(who.body);
    case 'refuse':
      served.note.refused(who.reason);
      return reply.code(401).send({ error: 'refused', message: 'This request is not the platform’s.' });
    case 'unknown':
      return tellLater(reply);
    case 'accept':
      return isPacked(raw) ? refuseUnread(reply, served, 'packed') : take(raw, reply, served);
  }
}

/**
 * An adapter that cannot find out who asks (its platform's keys are out of reach) throws. The request may be genuine: nothing of it is
 * taken, and its sender is asked to come again.
 */
async function whoAsks(request: RawRequest, { adapter, note }: Served) {
  try {
    return await adapter.authenticate(request);
  } catch (error) {
    note.unproven(errorCode(error));
    return { result: 'unknown' } as const;
  }
}

/** No platform compresses what it posts, and unpacking would let a small request become a large one. */
function isPacked({ headers }: RawRequest): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return encoding !== '' && encoding !== 'identity';
}

async function take(request: RawRequest, reply: FastifyReply, served: Served) {
  const taken = await accept(request, served);
  if (taken === 'not-kept') return tellLater(reply);
  if (taken === 'nothing' && !isReadable(request)) return refuseUnread(reply, served, 'garbled');
  const { status, contentType, body } = acknowledgement(request, served);
  return reply.code(status).type(contentType).send(body);
}

/** `not-kept` when something in it could not be made durable, or the adapter is at fault: an upgrade may mend it before the platform gives up. */
async function accept(
  request: RawRequest,
  { adapter, receive, log }: Served,
): Promise<'kept' | 'nothing' | 'not-kept'> {
  try {
    await adapter.prepare?.(request);
    const events = adapter.parse(request);
    // Started in their order, events of one conversation keep it; different conversations need not wait for each other.
    await Promise.all(events.map((event) => receive(event)));
    return events.length === 0 ? 'nothing' : 'kept';
  } catch (error) {
    log.error('WEBHOOK_NOT_KEPT', { channel: adapter.id, code: errorCode(error) });
    return 'not-kept';
  }
}

/** Every platform posts JSON. What is none has lost something on its way, and must not be taken for something that is ignored by rule. */
function isReadable({ body }: RawRequest): boolean {
  if (body.length === 0) return true;
  try {
    JSON.parse(Buffer.from(body).toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

const usual: Acknowledgement = { status: 200, contentType: 'text/plain', body: '' };

/** What is durable is durable, whatever an adapter does about saying so. */
function acknowledgement(request: RawRequest, { adapter, webhook, log }: Served): Acknowledgement {
  try {
    return webhook.acknowledge?.(request) ?? usual;
  } catch (error) {
    log.error('CHANNEL_DEFECT', { channel: adapter.id, code: errorCode(error) });
    return usual;
  }
}

function refuseUnread(reply: FastifyReply, { adapter, log }: Served, why: 'packed' | 'garbled') {
  log.warn('WEBHOOK_UNREADABLE', { channel: adapter.id, reason: why });
  const message = 'That request cannot be read.';
  return reply.code(why === 'packed' ? 415 : 400).send({ error: 'unreadable', message });
}
