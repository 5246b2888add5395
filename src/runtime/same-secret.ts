import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a stranger has said the secret. Digests are of one length, so that neither length nor content shows in the time taken. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
