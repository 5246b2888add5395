import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice, WhatsappWebConfig, WhatsappWebDeps } from '../../adapters/channels/whatsapp-web/settings.ts';
import { createWhatsappWeb, type WhatsappWeb } from '../../adapters/channels/whatsapp-web/whatsapp-web.ts';
import type { ChannelAdapter, ChannelHealth, Receive, Stop } from '../../src/channel/adapter.ts';
import type { Address } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { type Phone, startPhone } from '../fakes/whatsapp-web/phone.ts';
import { type LogLine, recordingLog } from './telegram-setup.ts';

export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(chromiumPath) || process.env['REQUIRE_SERVICES'] === '1';

/** Our page speaks to its phone on 127.0.0.1, and nothing speaks to anybody else. */
export const pageArguments = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--disable-features=LocalNetworkAccessChecks',
  '--disable-gpu',
  '--disable-quic',
];

export const anna = '15551110001@c.us';
export const ben = '15551110002@c.us';

export interface Setup {
  readonly phone: Phone;
  readonly folder: string;
  readonly web: WhatsappWeb;
  readonly channel: ChannelAdapter;
  readonly log: readonly LogLine[];
  readonly notices: readonly Notice[];
  told(code: string): Promise<LogLine>;
  /** Listens, and scans where a code is shown; up when it resolves. */
  open(receive?: Receive): Promise<Opened>;
  /** Listens; up or not. */
  listen(receive?: Receive): Promise<Opened>;
  became(state: ChannelHealth['state'], detail?: RegExp): Promise<ChannelHealth>;
  close(): Promise<void>;
}

export interface Opened {
  readonly events: readonly InboundEvent[];
  readonly stop: Stop;
}

export interface SetupOptions {
  readonly config?: Partial<WhatsappWebConfig>;
  readonly deps?: Partial<WhatsappWebDeps>;
}

/** The real adapter and library in a real Chromium, before our page. */
export async function setUp(options: SetupOptions = {}): Promise<Setup> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-whatsapp-web-'));
  const phone = await startPhone(folder);
  const made = channelAt(phone, folder, options);
  const stops: Stop[] = [];
  const listen = async (receive?: Receive): Promise<Opened> => {
    const opened = await listening(made.web.adapter, receive);
    stops.push(opened.stop);
    return opened;
  };
  return {
    ...{ phone, folder, ...made },
    channel: made.web.adapter,
    listen,
    async open(receive) {
      const opened = await listen(receive);
      const isUp = () => made.web.adapter.health?.().state === 'up';
      const first = await eventually(() => isUp() || made.notices.some(({ path }) => path !== undefined), 40_000);
      if (first && !isUp()) phone.scan();
      await eventually(isUp, 40_000);
      return opened;
    },
    async became(state, detail) {
      const now = () => made.web.adapter.health?.();
      const holds = () => now()?.state === state && (detail?.test(now()?.detail ?? '') ?? true) && now();
      const health = await eventually(holds, 40_000).catch(() => null);
      if (health) return health;
      throw new Error(`It did not become ${state} (${detail}), but ${JSON.stringify([now(), made.log])}`);
    },
    async close() {
      for (const stop of stops) await stop();
      await phone.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function channelAt(phone: Phone, folder: string, { config = {}, deps = {} }: SetupOptions = {}) {
  const { log, lines, told } = recordingLog();
  const notices: Notice[] = [];
  const web = createWhatsappWeb(
    {
      ...{ folder: join(folder, 'session-folder'), chromiumPath, chromiumArgs: pageArguments, page: phone.page },
      pace: { everyMs: 0, jitterMs: 0 },
      ...config,
      patience: { againMs: 100, pingEveryMs: 500, pingMs: 3000, closeMs: 3000, ...config.patience },
    },
    { log, show: (notice) => notices.push(notice), ...deps },
  );
  return { web, log: lines, told, notices };
}

async function listening(channel: ChannelAdapter, receive?: Receive): Promise<Opened> {
  const events: InboundEvent[] = [];
  const seen = new Set<string>();
  const keep: Receive = async (event) => {
    if (seen.has(event.id)) return 'duplicate';
    await receive?.(event);
    seen.add(event.id);
    events.push(event);
    return 'accepted';
  };
  const stop = await channel.listen?.(keep);
  if (!stop) throw new Error('the channel does not listen');
  return { events, stop };
}

/** Health has no event of its own: it is looked at often. */
export async function eventually<Value>(holds: () => Value | null | false | undefined, ms = 10_000): Promise<Value> {
  const end = Date.now() + ms;
  for (;;) {
    const value = holds();
    if (value) return value;
    if (Date.now() > end) throw new Error(`did not come to hold within ${ms} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function to(peer: string): Address {
  return { channel: 'whatsapp-web', account: 'shop', peer };
}

export interface Browser {
  readonly main: number;
  readonly renderers: readonly number[];
}

/** The processes of the browser that uses this folder; no others. */
export function browserOf(folder: string): Browser | null {
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((pid) => ({ pid: Number(pid), line: commandLine(pid) }))
    .filter(({ line }) => line.includes(folder));
  const main = own.find(({ line }) => !line.includes('--type='));
  if (!main) return null;
  const group = groupOf(main.pid);
  const renderers = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && commandLine(name).includes('--type=renderer') && groupOf(name) === group)
    .map(Number);
  return { main: main.pid, renderers };
}

function commandLine(pid: string | number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function groupOf(pid: string | number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2] ?? '';
  } catch {
    return '';
  }
}
