import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import whatsapp from 'whatsapp-web.js';
import type { Clock } from '../../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import { createAlarm } from './alarm.ts';
import { endBrowser } from './browser-end.ts';
import { clientOptions } from './client-options.ts';
import { within } from './deadline.ts';
import type { Happening } from './happening.ts';
import { hearHappenings, rawOf } from './hear.ts';
import { endOfDisconnect, endOfStart, failed, type LineEnd } from './line-end.ts';
import type { Patience, WhatsappWebConfig } from './settings.ts';
import { watchPage } from './watch-page.ts';

/** One browser's life: from its start until it is of no more use. */
export interface Line {
  readonly client: whatsapp.Client;
  /** Never rejects. */
  readonly ended: Promise<LineEnd>;
  /** Something was not answered: asks the page at once whether it lives. */
  poke(): void;
  /** Ends the browser, whatever state it is in. Never rejects. */
  close(): Promise<void>;
}

export interface LineEvents {
  /** A code to scan; it changes every 20 seconds or so. */
  code(code: string): void;
  /** Linked; the messages are being loaded. */
  linked(): void;
  ready(): void;
  /** The page's word for its connection to WhatsApp's server. */
  state(state: string): void;
  happened(happening: Happening): void;
  /** The page has made a message, the shop's own ones included. */
  made(message: unknown): void;
}

export interface LineSettings {
  readonly config: WhatsappWebConfig;
  readonly patience: Patience;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: LineEvents;
  readonly isBusy: () => boolean;
}

export function sessionFolder(folder: string): string {
  return join(folder, 'session');
}

export function openLine(settings: LineSettings): Line {
  const { config, patience } = settings;
  // Whoever reads the session can read and write as the shop.
  mkdirSync(config.folder, { recursive: true, mode: 0o700 });
  const auth = new whatsapp.LocalAuth({ dataPath: config.folder });
  const client = new whatsapp.Client(clientOptions({ config, patience, auth }));
  const life = createLife(client, settings);
  tame(client, auth, life);
  hear(client, settings, life);
  const started = start(client, settings, life);
  return { client, ended: life.ended, poke: life.poke, close: () => close(settings, life, started) };
}

type Life = ReturnType<typeof createLife>;

function createLife(client: whatsapp.Client, settings: LineSettings) {
  const { clock, patience, isBusy } = settings;
  const gone = new AbortController();
  let settle: (end: LineEnd) => void = () => {};
  const ended = new Promise<LineEnd>((resolve) => {
    settle = resolve;
  });
  const end = (why: LineEnd): void => {
    gone.abort();
    settle(why);
  };
  const alarm = createAlarm(clock, gone.signal, end);
  const linked = (): void => {
    if (alarm.isSet()) return;
    alarm.set(patience.readyMs, neverReady);
    settings.events.linked();
  };
  const { state } = settings.events;
  const watch = watchPage(client, { ...{ clock, patience, end, state, linked, isBusy }, gone: gone.signal });
  return {
    ...{ ended, end, gone: gone.signal, alarm, watch, poke: watch.look },
    isStarting: true,
    browser: null as whatsapp.Client['pupBrowser'] | null,
  };
}

/**
 * The library destroys the browser, deletes the session and begins anew by itself, in calls that nobody awaits. Here one place decides:
 * whatever goes wrong ends this life, and another is begun.
 */
function tame(client: whatsapp.Client, auth: whatsapp.LocalAuth, life: Life): void {
  const inner = client as whatsapp.Client & { inject(): Promise<void> };
  const inject = inner.inject.bind(client);
  inner.inject = async () => {
    try {
      await inject();
    } catch (error) {
      if (life.isStarting) throw error;
      life.end(endOfStart(error));
    }
  };
  client.destroy = async () => undefined;
  // It would delete the session below a running browser, then inject into a page that is going.
  auth.logout = () => new Promise<void>(() => {});
  auth.afterBrowserInitialized = async () => adopt(client, life);
}

/** Of a browser's death or a crash of its page the library says nothing. */
function adopt(client: whatsapp.Client, life: Life): void {
  life.browser = client.pupBrowser ?? null;
  client.pupBrowser?.on('disconnected', () => life.end(failed('the browser ended')));
  client.pupPage?.on('error', () => life.end(failed('WhatsApp’s page crashed')));
  client.pupPage?.on('close', () => life.end(failed('WhatsApp’s page was closed')));
}

function hear(client: whatsapp.Client, { events, log, patience }: LineSettings, life: Life): void {
  // What a handler throws, the library swallows without a word.
  const on = (name: string, handler: (...given: readonly unknown[]) => void): void => {
    client.on(name, (...given) => {
      if (life.gone.aborted) return;
      try {
        handler(...given);
      } catch (error) {
        log.error('WHATSAPP_WEB_DEFECT', { event: name, cause: errorCode(error) });
      }
    });
  };
  on('qr', (code) => {
    life.alarm.rest();
    life.watch.begin('unlinked');
    events.code(String(code));
  });
  on('loading_screen', () => life.alarm.set(patience.readyMs, neverReady));
  on('authenticated', () => {
    life.alarm.set(patience.readyMs, neverReady);
    events.linked();
  });
  on('ready', () => {
    life.alarm.rest();
    life.watch.begin('linked');
    events.ready();
  });
  on('change_state', (state) => events.state(String(state)));
  on('auth_failure', () => life.end(failed('WhatsApp refuses the session')));
  on('disconnected', (reason) => life.end(endOfDisconnect(reason)));
  hearHappenings(on, events.happened);
  on('message_create', (message) => events.made(rawOf(message)));
}

const neverReady = failed('WhatsApp Web is linked, but never became ready');

async function start(client: whatsapp.Client, { clock, patience }: LineSettings, life: Life): Promise<void> {
  life.alarm.set(patience.startMs, failed('WhatsApp’s page did not come up'));
  try {
    await within({ clock, ms: patience.startMs * 2 }, client.initialize());
    if (life.alarm.isSet()) life.alarm.set(patience.readyMs, neverReady);
  } catch (error) {
    life.end(endOfStart(error));
  } finally {
    life.isStarting = false;
    // It may have come up after we had given up.
    life.browser ??= client.pupBrowser ?? null;
  }
}

async function close({ clock, patience }: LineSettings, life: Life, started: Promise<void>): Promise<void> {
  life.end(failed('closed'));
  const deadline = { clock, ms: patience.closeMs };
  // A browser that is still being started would be left behind.
  if (!life.browser) await within({ clock, ms: patience.startMs }, started).catch(() => undefined);
  if (life.browser) await endBrowser(life.browser, deadline);
}
