import type { ChannelAdapter, ChannelHealth, RawRequest } from '../../../src/channel/adapter.ts';
import type { InboundEvent } from '../../../src/channel/inbound.ts';
import { teamsCapabilities } from '../../../src/channel/limits/teams.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { acknowledge } from './acknowledge.ts';
import { readActivity } from './activity-schema.ts';
import { authenticateRequest, type Gate } from './authenticate.ts';
import { cloudOf } from './clouds.ts';
import { createConnector } from './connector.ts';
import { type DeliveryLine, deliver, partlyShown, referenceTo } from './deliver.ts';
import { eventsOf } from './events.ts';
import { fetchMedia } from './fetch-media.ts';
import { createHttp } from './http.ts';
import { referenceOf } from './reference.ts';
import type { TeamsConfig, TeamsDeps } from './settings.ts';
import { createTokens } from './tokens.ts';

/** Microsoft Teams by the Bot Framework's connector. Without an app every request is believed, and the log warns of it. */
export function createTeamsChannel(config: TeamsConfig, deps: TeamsDeps): ChannelAdapter {
  const { line, gate, http, health } = connect(config, deps);
  const account = config.app?.id ?? 'dev';
  const parse = (request: RawRequest): readonly InboundEvent[] =>
    eventsOf(request.body, account, request.receivedAt ?? 0);
  if (config.app === null)
    deps.log.warn('TEAMS_WITHOUT_AUTH', { reason: 'every request is believed: never on a public address' });
  return {
    id: 'teams',
    capabilities: teamsCapabilities,
    webhook: { path: '/webhooks/teams', acknowledge },
    authenticate: async (request) => (config.app === null ? { result: 'accept' } : authenticateRequest(request, gate)),
    prepare: (request) => keepReference(deps, request, parse(request)),
    parse,
    deliver: (part, to, delivery) => deliver(line, part, to, delivery),
    typing: async (to) => {
      const reference = await referenceTo(line, to, { inReplyTo: null });
      if (reference !== null) await line.connector.send(reference, { type: 'typing' }).catch(() => undefined);
    },
    fetchMedia: (ref) => fetchMedia(ref, { http, tokens: line.tokens }),
    health,
  };
}

function connect(config: TeamsConfig, deps: TeamsDeps) {
  const { app, keysUrl = null, loginUrl = null, publicUrl = null, locale = 'en-US', timeoutMs = 20_000 } = config;
  const { log, clock = systemClock, random = Math.random, openPicture = async () => null, references } = deps;
  const cloud = cloudOf(keysUrl, loginUrl);
  const http = createHttp(timeoutMs);
  const tokens = app === null ? null : createTokens(app, { cloud, http, clock });
  const connector = createConnector({ app, cloud, http, tokens });
  const { health, noteHealth, keysLost, keysFound } = createHealth(() => log.error('TEAMS_KEYS_UNREACHED'));
  const look = { publicUrl, openPicture, locale };
  const line: DeliveryLine = { connector, tokens, references, look, random, noteHealth, shown: partlyShown() };
  const gate: Gate = { connector, cloud, timeoutMs, keysLost, keysFound };
  return { line, gate, http, health };
}

const keysWords =
  'Microsoft’s keys could not be fetched, so nobody’s messages can be believed: may this machine reach the internet?';

function createHealth(toldLost: () => void) {
  let sending: ChannelHealth = { state: 'up' };
  let areKeysLost = false;
  return {
    health: (): ChannelHealth => (areKeysLost ? { state: 'down', detail: keysWords } : sending),
    noteHealth: (health: ChannelHealth) => {
      sending = health;
    },
    keysLost: () => {
      // Told once: every stranger's request asks for them again.
      if (!areKeysLost) toldLost();
      areKeysLost = true;
    },
    keysFound: () => {
      areKeysLost = false;
    },
  };
}

/** An answer can be delivered only where this is known: so it is durable before the message is. */
async function keepReference(
  { references }: TeamsDeps,
  request: RawRequest,
  events: readonly InboundEvent[],
): Promise<void> {
  const [event] = events;
  const activity = event && event.content.type !== 'left' ? readActivity(request.body) : null;
  if (event && activity) await references.put(event.conversation, referenceOf(activity));
}
