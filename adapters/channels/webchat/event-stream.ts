import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ConversationId } from '../../../src/channel/ids.ts';
import type { Transcript } from '../../../src/runtime/transcript.ts';
import { createFeed } from './feed.ts';
import type { Feeds } from './feeds.ts';
import { heartbeat, serialised } from './frames.ts';

export interface StreamDeps {
  readonly feeds: Feeds;
  readonly transcript: Transcript;
  readonly page: { readonly locale: string };
}

/** A page that does not read for so long that this much waits is cut off; it comes back with its last event's id. */
const mostWaitingBytes = 1024 * 1024;

/** Answers with server-sent events until either side ends it. */
export function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  of: ConversationId & string,
  deps: StreamDeps,
) {
  const write = openStream(reply);
  const feed = createFeed({
    conversation: of,
    transcript: deps.transcript,
    locale: deps.page.locale,
    seen: lastEventId(request),
    send: (frame) => write(serialised(frame)),
  });
  const close = () => reply.raw.end();
  const forget = deps.feeds.add({ feed, beat: () => write(heartbeat), close });
  reply.raw.on('close', forget);
  feed.start().catch((error: unknown) => {
    request.log.error({ err: error }, 'the transcript could not be read for a page');
    close();
  });
}

const streamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  // nginx would keep events back until its buffer is full.
  'x-accel-buffering': 'no',
  // A connection kept for a next request would hold up the server's closing until it times out.
  connection: 'close',
};

/** The security headers that the server set go out as well: a taken-over reply does not send them by itself. */
function openStream(reply: FastifyReply): (chunk: string) => void {
  const headers = reply.getHeaders();
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, streamHeaders);
  raw.write(heartbeat);
  return (chunk) => {
    if (raw.writableEnded || raw.destroyed) return;
    raw.write(chunk);
    if (raw.writableLength > mostWaitingBytes) raw.destroy();
  };
}

function lastEventId(request: FastifyRequest): number | null {
  const id = request.headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,15}$/u.test(id) ? Number(id) : null;
}
