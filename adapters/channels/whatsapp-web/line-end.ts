import { LateError } from './deadline.ts';

/** Why a browser is of no more use. */
export interface LineEnd {
  readonly why: 'renewal' | 'logged-out' | 'unscanned' | 'conflict' | 'in-use' | 'no-browser' | 'failed';
  /** In words for the merchant; holds no number and no text. */
  readonly reason: string;
}

/** What `initialize()` rejects with: errors, and strings too. */
export function endOfStart(error: unknown): LineEnd {
  const message = typeof error === 'string' ? error : error instanceof Error ? error.message : '';
  if (error instanceof LateError || /^timed out/iu.test(message)) return failed('the browser did not start in time');
  if (/already running/iu.test(message)) {
    return { why: 'in-use', reason: 'another process uses this session: is the shop running twice?' };
  }
  if (/no usable sandbox|setuid sandbox/iu.test(message)) {
    return { why: 'no-browser', reason: 'Chromium cannot set up its sandbox: see docs/channels/whatsapp-web.md' };
  }
  if (/failed to launch|browser was not found|ENOENT|EACCES/iu.test(message)) {
    return { why: 'no-browser', reason: 'Chromium does not start: look at CHROMIUM_PATH' };
  }
  const module = /requiring unknown module ["']?(\w{1,80})/iu.exec(message)?.[1];
  if (module) return failed(`WhatsApp’s page has changed (${module}): whatsapp-web.js has to be updated`);
  if (/auth timeout|VersionResolve|couldn't load version/iu.test(message))
    return failed('WhatsApp’s page did not come up');
  return failed('WhatsApp’s page could not be taken into use');
}

/** The library's `disconnected`: `LOGOUT`, a state of the page, or a sentence. */
export function endOfDisconnect(reason: unknown): LineEnd {
  if (reason === 'Max qrcode retries reached') return { why: 'unscanned', reason: 'nobody scanned the code' };
  if (reason === 'LOGOUT' || reason === 'UNPAIRED') {
    return { why: 'logged-out', reason: 'this device was removed on the phone: it has to be linked again' };
  }
  if (reason === 'CONFLICT') return { why: 'conflict', reason: 'WhatsApp Web was opened elsewhere with this session' };
  const state = /^[A-Z_]{1,40}$/u.test(String(reason)) ? ` (${reason})` : '';
  return failed(`WhatsApp Web disconnected${state}`);
}

export function failed(reason: string): LineEnd {
  return { why: 'failed', reason };
}
