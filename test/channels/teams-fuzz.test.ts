import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTeamsChannel } from '../../adapters/channels/teams/teams-channel.ts';
import { parseConversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { rememberedReferences } from './teams-setup.ts';

const app = { id: '11111111-2222-4333-8444-555555555555', password: 'x', tenantId: null };
const channel = createTeamsChannel({ app }, { log: silentLog, references: rememberedReferences() });

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const bot = { id: `28:${app.id}`, name: 'Parley' };
const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom(null, '', 0, [], {}));

/** Mostly what belongs there, now and then anything at all, or nothing. */
function mostly<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: value },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

const person = fc.record({ id: mostly(fc.constantFrom('29:ann', '29:bob', bot.id)), name: mostly(fc.string()) });

const types = [
  'message',
  'invoke',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'installationUpdate',
  'conversationUpdate',
  'typing',
  'event',
  'endOfConversation',
  'trace',
  'brandNew',
];

const attachment = fc.record({
  contentType: mostly(
    fc.constantFrom(
      'image/png',
      'image/*',
      'audio/ogg',
      'text/html',
      'reference',
      'application/pdf',
      'application/vnd.microsoft.teams.file.download.info',
      'application/vnd.microsoft.card.adaptive',
    ),
  ),
  contentUrl: mostly(
    fc.constantFrom(`${serviceUrl}v3/attachments/1`, 'https://files.example/a', 'https://127.0.0.1/a', 'nonsense'),
  ),
  name: mostly(fc.string()),
  content: mostly(
    fc.record({
      downloadUrl: mostly(fc.constant('https://shop.sharepoint.com/a')),
      fileType: mostly(fc.constantFrom('png', 'mp3', 'docx')),
    }),
  ),
});

const fields = {
  type: fc.oneof(
    { weight: 6, arbitrary: fc.constant('message') },
    { weight: 6, arbitrary: fc.constantFrom(...types) },
    { weight: 1, arbitrary: anything },
  ),
  id: mostly(fc.oneof(fc.uuid(), fc.string({ maxLength: 300 }))),
  timestamp: mostly(fc.constantFrom('2026-11-22T10:00:00.000Z', '2026', 'soon')),
  serviceUrl: mostly(fc.constant(serviceUrl)),
  from: mostly(person),
  recipient: mostly(fc.constant(bot)),
  conversation: mostly(
    fc.record({
      id: mostly(fc.constantFrom('a:1', '19:c@thread.tacv2;messageid=17', '19:g@thread.v2')),
      conversationType: mostly(fc.constantFrom('personal', 'groupChat', 'channel')),
    }),
  ),
  text: mostly(
    fc.oneof(fc.string(), fc.constantFrom('<at>Parley</at> hi', '<at>Parley</at>', '&#x110000; &amp;&lt;', '')),
  ),
  entities: mostly(
    fc.array(
      mostly(
        fc.record({
          type: mostly(fc.constantFrom('mention', 'clientInfo')),
          text: mostly(fc.constant('<at>Parley</at>')),
          mentioned: mostly(fc.constant(bot)),
          locale: mostly(fc.string()),
        }),
      ),
      { maxLength: 3 },
    ),
  ),
  attachments: mostly(fc.array(mostly(attachment), { maxLength: 4 })),
  value: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: anything },
    {
      weight: 2,
      arbitrary: fc.record({
        choice: mostly(fc.string()),
        label: mostly(fc.string()),
        action: mostly(fc.record({ data: mostly(fc.record({ choice: mostly(fc.string()) })) })),
      }),
    },
  ),
  name: mostly(fc.constantFrom('adaptiveCard/action', 'task/fetch')),
  action: mostly(fc.constantFrom('add', 'remove', 'add-upgrade')),
  replyToId: mostly(fc.string()),
  reactionsAdded: mostly(
    fc.array(mostly(fc.record({ type: mostly(fc.constantFrom('like', '1f44b_x', 'zzz')) })), { maxLength: 2 }),
  ),
  reactionsRemoved: mostly(fc.array(mostly(fc.record({ type: mostly(fc.constant('like')) })), { maxLength: 2 })),
  channelData: mostly(fc.record({ eventType: mostly(fc.constantFrom('editMessage', 'undeleteMessage')) })),
};

const activity = fc.record(fields);

/** Told without the parser: is it one person's message to the bot, with an address to answer to? */
function isForUs(sent: { readonly [field in keyof typeof fields]?: unknown }): boolean {
  const who = idIn(sent.from);
  if (sent.type !== 'message' || sent.serviceUrl !== serviceUrl || who === idIn(sent.recipient)) return false;
  return isId(idIn(sent.conversation)) && isId(who);
}

function idIn(part: unknown): unknown {
  return typeof part === 'object' && part !== null && 'id' in part ? part.id : undefined;
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id.length > 0 && id.length <= 250;
}

function parse(body: Uint8Array): readonly InboundEvent[] {
  return channel.parse({ method: 'POST', url: '/webhooks/teams', headers: {}, body, receivedAt: 7 });
}

function expectWellFormed(event: InboundEvent): void {
  expect(event.id.length).toBeGreaterThan(0);
  expect(event.id.length).toBeLessThanOrEqual(200);
  expect(parseConversationId(event.conversation)?.channel).toBe('teams');
  expect(Number.isFinite(event.at)).toBe(true);
  expect(() => JSON.stringify(event)).not.toThrow();
  if (event.content.type === 'media') expect(event.content.ref).toMatch(/^(own|open) https:\/\//u);
}

describe('whatever is posted to Teams’ webhook', () => {
  it('is read without a throw, as well-formed events, and no message to the bot is dropped', () => {
    const reached = new Map<string, number>();
    let forUs = 0;
    fc.assert(
      fc.property(activity, (sent) => {
        const body = Buffer.from(JSON.stringify(sent));
        const events = parse(body);
        for (const event of events) {
          expectWellFormed(event);
          reached.set(event.content.type, (reached.get(event.content.type) ?? 0) + 1);
        }
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        channel.webhook?.acknowledge?.({ method: 'POST', url: '/', headers: {}, body });
        if (!isForUs(sent)) return;
        forUs += 1;
        expect(events.length).toBeGreaterThan(0);
      }),
      { numRuns: 15_000 },
    );
    for (const kind of ['text', 'choice', 'opened', 'media', 'left', 'reaction', 'unsupported'])
      expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(20);
    expect(forUs).toBeGreaterThan(2000);
  });

  it('gives nothing and throws nothing when it is noise', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (body) => {
          for (const event of parse(body)) expectWellFormed(event);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
