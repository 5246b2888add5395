import { errorCode, type Log } from '../../../src/runtime/log.ts';

const broken =
  /target closed|session closed|detached frame|execution context (was destroyed|is not available)|protocol error|connection closed|most likely the page has been closed|navigating frame was detached/iu;

/**
 * whatsapp-web.js starts calls that nobody awaits (reading the page's text, answering the page's requests); when the browser goes in the
 * middle of one, Node ends the process over it. Exactly those are let go: a broken line to the page, from inside the library or its
 * puppeteer. Whatever else is rejected ends the process as it would have. What it returns takes the guard away.
 */
export function guardStrayRejections(log: Log): () => void {
  const guard = (reason: unknown): void => {
    if (!isStray(reason)) throw reason;
    log.warn('WHATSAPP_WEB_STRAY', { cause: errorCode(reason) });
  };
  process.on('unhandledRejection', guard);
  return () => void process.off('unhandledRejection', guard);
}

export function isStray(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const from = reason.stack ?? '';
  return (
    broken.test(reason.message) &&
    /node_modules\/(whatsapp-web\.js|puppeteer(-core)?)\//u.test(from.replace(/\\/gu, '/'))
  );
}
