import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who writes in the web chat. A visitor is known by a token alone, which only their browser has. */
export interface Visitors {
  /** A new visitor's token: unguessable, and signed so that only ours are taken. */
  issue(): string;
  /** The peer id of a token, or `null` when it is not ours. A peer id cannot be turned back into its token. */
  peerOf(token: string | undefined): string | null;
}

/** `secret` signs the tokens: the same in all processes, and kept, or every visitor becomes a new one. */
export function createVisitors(secret: string): Visitors {
  if (secret.length < 32)
    throw new Error('WEBCHAT_SECRET_SHORT: the web chat needs a secret of at least 32 characters');
  const signature = (name: string) => createHmac('sha256', secret).update(name).digest();
  return {
    issue: () => {
      const name = randomBytes(24).toString('base64url');
      return `${name}.${signature(name).toString('base64url')}`;
    },
    peerOf: (token) => {
      const [, name, signed] = /^([\w-]{32})\.([\w-]{43})$/u.exec(token ?? '') ?? [];
      if (name === undefined || signed === undefined) return null;
      const genuine = timingSafeEqual(Buffer.from(signature(name).toString('base64url')), Buffer.from(signed));
      return genuine ? peerId(name) : null;
    },
  };
}

function peerId(name: string): string {
  return createHash('sha256').update(`webchat visitor ${name}`).digest('base64url').slice(0, 22);
}
