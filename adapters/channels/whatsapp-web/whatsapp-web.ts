import type { FastifyPluginAsync } from 'fastify';
import type { ChannelAdapter, ChannelHealth } from '../../../src/channel/adapter.ts';
import type { InboundEvent } from '../../../src/channel/inbound.ts';
import { whatsappWebCapabilities, whatsappWebPollCapabilities } from '../../../src/channel/limits/whatsapp-web.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { deliver, type Sending } from './deliver.ts';
import { eventsOf } from './events.ts';
import { fetchMedia } from './fetch-media.ts';
import type { Happening } from './happening.ts';
import type { Line } from './line.ts';
import { type Listener, listen } from './listen.ts';
import { createMemory, type Memory } from './memory.ts';
import { createPaceGate } from './pace.ts';
import { peerOf, personOf } from './peer.ts';
import { createScan, warning } from './scan.ts';
import { scanPage } from './scan-page.ts';
import { defaultPace, defaultPatience, type WhatsappWebConfig, type WhatsappWebDeps } from './settings.ts';
import { showTyping } from './typing.ts';
import { createUnsettled } from './unsettled.ts';

export interface WhatsappWeb {
  readonly adapter: ChannelAdapter;
  /** The page with the code to scan; its path, with its key, is in what `show` is given. */
  readonly routes: () => FastifyPluginAsync;
}

/** WhatsApp by its web client in a browser of our own. Nothing is started before `listen`, which does not wait for the line. */
export function createWhatsappWeb(config: WhatsappWebConfig, deps: WhatsappWebDeps): WhatsappWeb {
  const { log, show, clock = systemClock, random = Math.random, openPicture = async () => null } = deps;
  const patience = { ...defaultPatience, ...config.patience };
  const scan = createScan(show);
  const memory = createMemory();
  const unsettled = createUnsettled();
  let listener: Listener | null = null;
  const line = (): Line | null => listener?.keeper.line() ?? null;
  const health = (): ChannelHealth => listener?.keeper.health() ?? { state: 'down', detail: 'not started' };
  const sending: Sending = {
    whenUp: async (ms) => listener?.keeper.whenUp(ms),
    ...{ line, clock, patience, memory, openPicture, busy: { count: 0 }, unsettled },
    gate: createPaceGate({ ...defaultPace, ...config.pace }, { clock, random }),
    pollWords: config.pollWords ?? 'Or tap your answer:',
  };
  const read = createReader(config.account ?? 'shop', { memory, line, now: clock.now });
  const adapter: ChannelAdapter = {
    id: 'whatsapp-web',
    capabilities: config.polls ? whatsappWebPollCapabilities : whatsappWebCapabilities,
    authenticate: async () => ({ result: 'refuse', reason: 'WhatsApp Web has no webhook' }),
    parse: () => [],
    deliver: (part, to, delivery) => deliver(sending, part, { to, delivery }),
    typing: async (to) => {
      const peer = peerOf(to);
      if (peer !== null) await showTyping(sending, peer);
    },
    fetchMedia: (ref) => fetchMedia(sending, ref),
    listen: async (receive) => {
      show({ lines: warning });
      log.warn('WHATSAPP_WEB_UNOFFICIAL');
      const isBusy = () => sending.busy.count > 0;
      listener = listen({ config, patience, clock, log, scan, read, isBusy, made: unsettled.made }, receive);
      return listener.stop;
    },
    health,
  };
  return { adapter, routes: () => scanPage({ scan, health, wake: () => listener?.keeper.wake() }) };
}

interface Reading {
  readonly memory: Memory;
  readonly line: () => Line | null;
  readonly now: () => number;
}

function createReader(account: string, { memory, line, now }: Reading) {
  return (happening: Happening): readonly InboundEvent[] =>
    eventsOf(happening, {
      ...{ account, now: now(), choiceOf: memory.choiceOf, keyOf: memory.keyOf },
      me: personOf(line()?.client.info?.wid?._serialized),
    });
}
