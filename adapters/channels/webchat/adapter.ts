import { createHash } from 'node:crypto';
import type { ChannelAdapter, RawRequest } from '../../../src/channel/adapter.ts';
import { conversationId } from '../../../src/channel/ids.ts';
import type { InboundContent, InboundEvent, Sender } from '../../../src/channel/inbound.ts';
import { webchatCapabilities } from '../../../src/channel/limits/webchat.ts';
import type { WebchatClock } from './clock.ts';
import type { Feeds } from './feeds.ts';
import { readPosted } from './posted.ts';
import { capabilitiesFor } from './preview.ts';
import type { Uploads } from './uploads.ts';
import type { Visitors } from './visitors.ts';

/** Lower case, as headers arrive. */
export const tokenHeader = 'x-parley-visitor';

export interface AdapterDeps {
  readonly visitors: Visitors;
  readonly feeds: Feeds;
  readonly clock: WebchatClock;
  readonly uploads: Uploads | null;
}

export function createWebchatAdapter(
  account: string,
  { visitors, feeds, clock, uploads }: AdapterDeps,
): ChannelAdapter {
  const conversationOf = (peer: string) => conversationId({ channel: 'webchat', account, peer });
  return {
    id: 'webchat',
    capabilities: webchatCapabilities,
    capabilitiesFor,
    authenticate: async (request) =>
      visitors.peerOf(request.headers[tokenHeader]) === null
        ? { result: 'refuse', reason: 'the visitor token is missing or not ours' }
        : { result: 'accept' },
    parse: (request) => {
      const peer = visitors.peerOf(request.headers[tokenHeader]);
      if (peer === null || request.method !== 'POST') return [];
      return [{ ...readEvent(request, peer), conversation: conversationOf(peer), at: clock.now(), ...sentBy(request) }];
    },
    // An away visitor sees it on return: the transcript has it.
    deliver: async (part, to, delivery) => {
      await Promise.all(feeds.of(conversationId(to)).map((feed) => feed.show(part, delivery)));
      return { result: 'delivered' };
    },
    ...(uploads ? { fetchMedia: uploads.open } : {}),
    typing: async (to) => {
      for (const feed of feeds.of(conversationId(to))) feed.typing();
    },
    draft: async (text, to, ended) => {
      for (const feed of feeds.of(conversationId(to))) feed.draft(text);
      if (!ended?.aborted) await after(draftMs, { clock, ended });
    },
  };
}

/** Ten a second look like writing; more would be work for nothing. */
const draftMs = 100;

interface Pause {
  readonly clock: WebchatClock;
  readonly ended: AbortSignal | undefined;
}

function after(ms: number, { clock, ended }: Pause): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stop();
      ended?.removeEventListener('abort', done);
      resolve();
    };
    const stop = clock.every(ms, done);
    ended?.addEventListener('abort', done);
  });
}

function readEvent(request: RawRequest, peer: string): Pick<InboundEvent, 'id' | 'content'> {
  const posted = readPosted(request.body);
  const id = posted.id ?? createHash('sha256').update(request.body).digest('base64url');
  const content: InboundContent = posted.ok
    ? ownContent(posted.content, peer)
    : { type: 'unsupported', what: posted.problem.error };
  return { id, content };
}

/** A visitor's upload is looked for among their own: naming another's finds nothing. */
function ownContent(content: InboundContent, peer: string): InboundContent {
  return content.type === 'media' ? { ...content, ref: `${peer}/${content.ref}` } : content;
}

/** The language the browser prefers. */
function sentBy(request: RawRequest): { readonly sender?: Sender } {
  const [locale] = /^[a-z]{2,3}(-[a-z0-9]{2,8})*(?=$|[,;])/iu.exec(request.headers['accept-language'] ?? '') ?? [];
  return locale === undefined ? {} : { sender: { locale } };
}
