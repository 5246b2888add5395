import type { TeamsConfig, TeamsDeps } from '../../adapters/channels/teams/settings.ts';
import { createTeamsChannel } from '../../adapters/channels/teams/teams-channel.ts';
import type { ChannelAdapter, RawRequest } from '../../src/channel/adapter.ts';
import type { Address } from '../../src/channel/ids.ts';
import type { References } from '../../src/runtime/references.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { type LogLine, recordingLog } from './telegram-setup.ts';

export interface Setup {
  readonly fake: FakeTeams;
  readonly channel: ChannelAdapter;
  readonly log: readonly LogLine[];
}

export interface SetupOptions {
  readonly channel?: Partial<TeamsConfig>;
  readonly deps?: Partial<TeamsDeps>;
}

/** The real adapter before Microsoft on this machine. */
export async function setUp({ channel = {}, deps = {} }: SetupOptions = {}): Promise<Setup> {
  const fake = await startFakeTeams();
  const { log, lines } = recordingLog();
  const { app, keysUrl, loginUrl } = fake;
  const config = { app, keysUrl, loginUrl, publicUrl: 'https://shop.example', ...channel };
  const adapter = createTeamsChannel(config, { log, references: rememberedReferences(), random: () => 0, ...deps });
  return { fake, channel: adapter, log: lines };
}

export function rememberedReferences(): References {
  const kept = new Map<string, JsonObject>();
  return {
    get: async (conversation) => kept.get(conversation) ?? null,
    put: async (conversation, reference) => void kept.set(conversation, reference),
  };
}

export const chat = 'a:1_personal-chat-of-ann';
export const ann = { id: '29:1-ann', aadObjectId: '00000000-0000-0000-0000-000000000020', name: 'Ann Lee' };
export const bot = (fake: FakeTeams) => ({ id: `28:${fake.app.id}`, name: 'Parley' });

export function annsChat(fake: FakeTeams): Address {
  return { channel: 'teams', account: fake.app.id, peer: chat };
}

/** An activity as Teams' connector posts it; what is given comes instead. */
export function activity(fake: FakeTeams, instead: object = {}): object {
  return {
    type: 'message',
    id: '1790000000001',
    timestamp: '2026-11-22T10:00:00.000Z',
    localTimestamp: '2026-11-22T11:00:00.000+01:00',
    channelId: 'msteams',
    serviceUrl: fake.serviceUrl,
    from: ann,
    recipient: bot(fake),
    conversation: { conversationType: 'personal', tenantId: fake.app.tenantId, id: chat },
    channelData: { tenant: { id: fake.app.tenantId } },
    entities: [{ type: 'clientInfo', locale: 'de-DE', country: 'DE', platform: 'Web', timezone: 'Europe/Berlin' }],
    locale: 'en-US',
    textFormat: 'plain',
    ...instead,
  };
}

/** Signed as the connector signs, unless it is given otherwise. */
export function posted(fake: FakeTeams, body: object, authorization?: string | null): RawRequest {
  return around(fake, Buffer.from(JSON.stringify(body)), authorization);
}

export function around(fake: FakeTeams, body: Uint8Array, authorization?: string | null): RawRequest {
  const signed = authorization === undefined ? fake.authorization() : authorization;
  const headers = { 'content-type': 'application/json', ...(signed === null ? {} : { authorization: signed }) };
  return { method: 'POST', url: '/webhooks/teams', headers, body, receivedAt: 1_790_000_000_000 };
}

/** As Teams writes what people type. */
export function typed(text: string): string {
  return text.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}
