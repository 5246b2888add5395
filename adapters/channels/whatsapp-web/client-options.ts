import { basename, dirname, resolve } from 'node:path';
import type whatsapp from 'whatsapp-web.js';
import type { Patience, WhatsappWebConfig } from './settings.ts';

export interface ClientSettings {
  readonly config: WhatsappWebConfig;
  readonly patience: Patience;
  readonly auth: whatsapp.LocalAuth;
}

export function clientOptions({ config, patience, auth }: ClientSettings): whatsapp.ClientOptions {
  return {
    authStrategy: auth,
    authTimeoutMs: patience.startMs,
    qrMaxRetries: patience.codes,
    ...servedPage(config.page ?? null),
    puppeteer: {
      executablePath: config.chromiumPath,
      headless: true,
      args: [...ownArguments(), ...(config.chromiumArgs ?? [])],
      // Over a pipe the browser goes when we go, even by SIGKILL; and no port is open through which others could read the chats.
      pipe: true,
      // We end it ourselves, in order.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      timeout: patience.startMs,
      protocolTimeout: patience.startMs,
    },
  };
}

/** WhatsApp's page of today: an old one kept by us would be refused one day. */
function servedPage(page: string | null): Pick<whatsapp.ClientOptions, 'webVersion' | 'webVersionCache'> {
  if (page === null) return { webVersionCache: { type: 'none' } };
  const file = resolve(page);
  const webVersion = basename(file, '.html');
  return { webVersion, webVersionCache: { type: 'local', path: dirname(file), strict: true } };
}

/** Beside puppeteer's own, which turn off reports, syncing and updates. */
function ownArguments(): readonly string[] {
  // A container's /dev/shm is too small for a browser.
  const all = ['--disable-dev-shm-usage', '--no-default-browser-check', '--disable-domain-reliability', '--mute-audio'];
  // Chromium's sandbox cannot be set up by root, and Chromium refuses to start; for everybody else it stays on.
  return process.getuid?.() === 0 ? [...all, '--no-sandbox'] : all;
}
