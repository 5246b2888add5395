import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ChannelId } from '../../../src/channel/ids.ts';
import { previewChannel, previewPeer } from './preview.ts';

/** Who writes in the web chat. A visitor is known by a token alone, which only their browser has. */
export interface Visitors {
  /** A new visitor's token: unguessable, and signed so that only ours are taken. With a channel, it is for previewing that one. */
  issue(preview?: ChannelId | null): string;
  /** The peer id of a token, or `null` when it is not ours. A peer id cannot be turned back into its token. */
  peerOf(token: string | undefined): string | null;
}

/**
 * `secret` signs the tokens: the same in all processes, and kept, or every visitor becomes a new one. Tokens for previews are
 * taken only while there are `previews`.
 */
export function createVisitors(secret: string, { previews = false }: { readonly previews?: boolean } = {}): Visitors {
  if (secret.length < 32)
    throw new Error('WEBCHAT_SECRET_SHORT: the web chat needs a secret of at least 32 characters');
  const signature = (name: string) => createHmac('sha256', secret).update(name).digest();
  return {
    issue: (preview = null) => {
      const own = randomBytes(24).toString('base64url');
      const name = preview === null ? own : previewPeer(preview, own);
      return `${name}.${signature(name).toString('base64url')}`;
    },
    peerOf: (token) => {
      const [, name, channel, signed] = /^((?:([a-z-]{1,32})_)?[\w-]{32})\.([\w-]{43})$/u.exec(token ?? '') ?? [];
      if (name === undefined || signed === undefined) return null;
      const genuine = timingSafeEqual(Buffer.from(signature(name).toString('base64url')), Buffer.from(signed));
      if (!genuine) return null;
      if (channel === undefined) return peerId(name);
      const preview = previews ? previewChannel(channel) : null;
      return preview && previewPeer(preview, peerId(name));
    },
  };
}

function peerId(name: string): string {
  return createHash('sha256').update(`webchat visitor ${name}`).digest('base64url').slice(0, 22);
}
