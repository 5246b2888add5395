import type { ChannelAdapter, Stop } from '../../../src/channel/adapter.ts';
import type { Capabilities } from '../../../src/channel/capabilities.ts';
import type { Address } from '../../../src/channel/ids.ts';
import {
  whatsappCatalogueCapabilities,
  whatsappCloudCapabilities,
} from '../../../src/channel/limits/whatsapp-cloud.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { authenticateWebhook } from './authenticate.ts';
import { createMemory, deliver, type Line } from './deliver.ts';
import { type Batch, readBatch } from './events.ts';
import { GraphError } from './failure.ts';
import { createGraph } from './graph.ts';
import { createHealth } from './health.ts';
import { openMedia } from './media.ts';
import { createPictures } from './picture.ts';
import { createPresence } from './presence.ts';
import { createReadMarks } from './read-marks.ts';
import { createSendGate, defaultPace } from './send-gate.ts';
import type { WhatsappCloudConfig, WhatsappCloudDeps } from './settings.ts';
import { wordsIn } from './words.ts';

export const webhookPath = '/webhooks/whatsapp-cloud';

/**
 * WhatsApp by Meta's Cloud API. One number; the account in conversation ids is its phone number id. `parse` remembers, beside its
 * events, which message of each person was the last, for typing and read marks.
 */
export function createWhatsappCloudChannel(config: WhatsappCloudConfig, deps: WhatsappCloudDeps): ChannelAdapter {
  const line = connect(config, deps);
  const { clock = systemClock, log } = deps;
  const told = createHints(log);
  return {
    id: 'whatsapp-cloud',
    capabilities: capabilitiesWith(config),
    webhook: { path: webhookPath },
    serves: ({ account }: Address) => account === config.phoneNumberId,
    authenticate: async (request) => authenticateWebhook(request, config),
    parse: (request) => {
      const batch = readBatch(readJson(request.body), {
        account: config.phoneNumberId,
        receivedAt: request.receivedAt ?? clock.now(),
      });
      line.presence.note(batch.events);
      told(batch);
      return batch.events;
    },
    deliver: (part, to, delivery) => deliver(line, part, to, delivery),
    typing: ({ peer }) => line.mark(line.presence.last(peer)?.message ?? null, true),
    answered: (inReplyTo) => void line.mark(line.presence.takeUnread(inReplyTo), false),
    fetchMedia: (ref) => openMedia(line.graph, config.phoneNumberId, ref),
    listen: async () => introduce(line, config.phoneNumberId, log),
    health: () => line.health.state(),
  };
}

/** A template brings words at any time. */
function capabilitiesWith({ catalogId, template }: WhatsappCloudConfig): Capabilities {
  const shown = catalogId ? whatsappCatalogueCapabilities : whatsappCloudCapabilities;
  if (!template) return shown;
  const { answersWithinMs: _closed, ...always } = shown;
  return always;
}

function connect(config: WhatsappCloudConfig, deps: WhatsappCloudDeps): Line {
  const { clock = systemClock, log, openPicture = async () => null } = deps;
  const { catalogId = null, template = null, publicUrl = null, locale = 'en-US' } = config;
  const graph = createGraph(config);
  const pictures = createPictures({ graph, clock, openPicture, publicUrl });
  return {
    ...{ graph, clock, template, mark: createReadMarks(graph) },
    gate: createSendGate(clock, { ...defaultPace, ...config.pace }),
    health: createHealth(log),
    presence: createPresence(),
    stage: { pictures, words: wordsIn(locale), locale, catalogId },
    memory: createMemory(),
  };
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}

/** What a batch tells beside its events, once for each. */
function createHints(log: Log): (batch: Batch) => void {
  const told = new Set<string>();
  const once = (what: string, tell: () => void): void => {
    if (told.size > 1000 || told.has(what)) return;
    told.add(what);
    tell();
  };
  return ({ others, troubles }) => {
    for (const number of others) once(`number ${number}`, () => log.warn('WHATSAPP_CLOUD_OTHER_NUMBER', { number }));
    for (const error of troubles) once(`error ${error}`, () => log.warn('WHATSAPP_CLOUD_REPORTED', { error }));
  };
}

/** Asks once whether the token and the number hold; nobody waits for the answer. */
function introduce({ graph, health }: Line, phoneNumberId: string, log: Log): Stop {
  void graph.get(phoneNumberId, { fields: 'id' }).then(
    () => log.info('WHATSAPP_CLOUD_READY'),
    (error: unknown) => {
      if (error instanceof GraphError) health.failed(error);
      log.warn('WHATSAPP_CLOUD_UNREACHED', { reason: error instanceof GraphError ? error.message : 'a defect' });
    },
  );
  return async () => {};
}
