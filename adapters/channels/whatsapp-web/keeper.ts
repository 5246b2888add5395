import { rm } from 'node:fs/promises';
import type { ChannelHealth } from '../../../src/channel/adapter.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import { sleep } from '../../../src/runtime/sleep.ts';
import { type Line, type LineEvents, openLine, sessionFolder } from './line.ts';
import { failed, type LineEnd } from './line-end.ts';
import type { Scan } from './scan.ts';
import { clearStaleLock } from './session-lock.ts';
import type { Patience, WhatsappWebConfig } from './settings.ts';

/** Keeps one line open: begins another whenever one has ended, with longer and longer pauses. */
export interface Keeper {
  /** The line, once it is linked and ready, and while WhatsApp's server is reached. */
  line(): Line | null;
  /** Resolves when there is one, or when so much time is over. */
  whenUp(ms: number): Promise<void>;
  health(): ChannelHealth;
  /** Somebody is there to scan. */
  wake(): void;
  /** Resolves when the browser is gone. */
  stopped: Promise<void>;
}

export interface KeeperSettings {
  readonly config: WhatsappWebConfig;
  readonly patience: Patience;
  readonly clock: Clock;
  readonly log: Log;
  readonly scan: Scan;
  readonly stopping: AbortSignal;
  readonly isBusy: () => boolean;
  readonly linked: () => void;
  readonly ready: (line: Line) => void;
  readonly happened: LineEvents['happened'];
  readonly made: LineEvents['made'];
}

interface State {
  line: Line | null;
  isReady: boolean;
  health: ChannelHealth;
  failures: number;
  upSince: number | null;
  awake: AbortController;
  readonly waiting: Set<AbortController>;
  /** One listener for all lines. */
  readonly closed: Promise<LineEnd>;
}

export function keepLine(settings: KeeperSettings): Keeper {
  const state: State = {
    ...{ line: null, isReady: false, failures: 0, upSince: null, awake: new AbortController() },
    waiting: new Set(),
    closed: whenAborted(settings.stopping),
    health: { state: 'connecting', detail: 'the browser is starting' },
  };
  const line = (): Line | null => (state.isReady && state.health.state === 'up' ? state.line : null);
  return {
    line,
    whenUp: (ms) => (line() ? Promise.resolve() : whenUp(settings, state, ms)),
    health: () => state.health,
    wake: () => state.awake.abort(),
    stopped: run(settings, state),
  };
}

async function whenUp({ clock }: KeeperSettings, { waiting }: State, ms: number): Promise<void> {
  const up = new AbortController();
  waiting.add(up);
  await sleep(clock, ms, up.signal);
  waiting.delete(up);
}

async function run(settings: KeeperSettings, state: State): Promise<void> {
  const { stopping } = settings;
  while (!stopping.aborted) {
    const end = await live(settings, state);
    if (stopping.aborted) break;
    await after(end, settings, state);
  }
  state.health = { state: 'down', detail: 'the shop is closed' };
}

/** One line from its start to its end. */
async function live(settings: KeeperSettings, state: State): Promise<LineEnd> {
  const { config } = settings;
  try {
    await clearStaleLock(sessionFolder(config.folder));
    const line = openLine({ ...settings, events: eventsOf(settings, state) });
    state.line = line;
    const end = await Promise.race([line.ended, state.closed]);
    state.isReady = false;
    await line.close();
    return end;
  } catch (error) {
    return failed(`the browser cannot be started (${errorCode(error)})`);
  } finally {
    state.line = null;
    state.isReady = false;
    settings.scan.over();
  }
}

function whenAborted(signal: AbortSignal): Promise<LineEnd> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(failed('closed'));
    signal.addEventListener('abort', () => resolve(failed('closed')), { once: true });
  });
}

function eventsOf(settings: KeeperSettings, state: State): LineEvents {
  const { scan, log } = settings;
  const become = (health: ChannelHealth): void => {
    state.health = health;
    if (health.state === 'up') for (const up of state.waiting) up.abort();
  };
  return {
    code(code) {
      if (scan.current() === null) log.warn('WHATSAPP_WEB_SCAN');
      become({ state: 'waiting', detail: scanWords });
      scan.code(code);
    },
    linked() {
      scan.over();
      become({ state: 'connecting', detail: 'linked; messages are being loaded' });
      settings.linked();
    },
    ready() {
      state.isReady = true;
      state.upSince = settings.clock.now();
      become({ state: 'up' });
      log.info('WHATSAPP_WEB_READY');
      if (state.line) settings.ready(state.line);
    },
    state(word) {
      if (!state.isReady) return;
      if (word === 'CONNECTED') become({ state: 'up' });
      else become({ state: 'connecting', detail: `WhatsApp’s server is not reached (${word.slice(0, 40)})` });
    },
    happened: settings.happened,
    made: settings.made,
  };
}

const scanWords = 'a code has to be scanned with the shop’s phone: it is at the terminal, with the address of its page';

const steadyMs = 60_000;

async function after(end: LineEnd, settings: KeeperSettings, state: State): Promise<void> {
  const { log, config, patience, clock, stopping } = settings;
  switch (end.why) {
    case 'renewal':
      log.info('WHATSAPP_WEB_RENEWED');
      state.health = { state: 'connecting', detail: end.reason };
      return;
    case 'unscanned':
      return untilWoken(settings, state);
    case 'logged-out':
      log.error('WHATSAPP_WEB_LOGGED_OUT', { reason: end.reason });
      await forget(config, log);
      break;
    case 'conflict':
    case 'in-use':
    case 'no-browser':
    case 'failed':
      log.error('WHATSAPP_WEB_DOWN', { reason: end.reason });
  }
  state.health = { state: 'down', detail: end.reason };
  // A page that comes up and falls down at once must not be hammered: only time makes up for failures.
  if (state.upSince !== null && clock.now() - state.upSince > steadyMs) state.failures = 0;
  state.upSince = null;
  const pause = patience.againMs * Math.min(2 ** state.failures, 100);
  state.failures += 1;
  await sleep(clock, pause, stopping);
  if (!stopping.aborted) state.health = { state: 'connecting', detail: `starting again: ${end.reason}` };
}

/** A browser that shows codes to nobody is 400 MB and a knock at WhatsApp's door every 20 seconds. */
async function untilWoken({ scan, log, stopping }: KeeperSettings, state: State): Promise<void> {
  log.warn('WHATSAPP_WEB_UNSCANNED');
  state.awake = new AbortController();
  state.health = {
    state: 'waiting',
    detail: 'nobody scanned the code: open its page, whose address is at the terminal',
  };
  scan.pause();
  await whenAborted(AbortSignal.any([state.awake.signal, stopping]));
  state.health = { state: 'connecting', detail: 'the browser is starting' };
}

/** The phone has taken the session back: what is left of it is good for nothing, and holds chats. */
async function forget(config: WhatsappWebConfig, log: Log): Promise<void> {
  await rm(sessionFolder(config.folder), { recursive: true, force: true, maxRetries: 5 }).catch((error) => {
    log.error('WHATSAPP_WEB_SESSION_KEPT', { cause: errorCode(error) });
  });
}
