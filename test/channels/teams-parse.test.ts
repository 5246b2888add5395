import { describe, expect, it } from 'vitest';
import { fileRef, readFileRef } from '../../adapters/channels/teams/file-ref.ts';
import { createTeamsChannel } from '../../adapters/channels/teams/teams-channel.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { ann, around, chat, rememberedReferences } from './teams-setup.ts';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const app = { id: '11111111-2222-4333-8444-555555555555', password: 'x', tenantId: null };
const recipient = { id: `28:${app.id}`, name: 'Parley' };
const channel = createTeamsChannel({ app }, { log: silentLog, references: rememberedReferences() });
const at = Date.parse('2026-11-22T10:00:00.000Z');

const base = {
  type: 'message',
  id: '1790000000001',
  timestamp: '2026-11-22T10:00:00.000Z',
  channelId: 'msteams',
  serviceUrl,
  from: ann,
  recipient,
  conversation: { conversationType: 'personal', id: chat },
  locale: 'en-US',
};

function eventsOf(instead: object): readonly InboundEvent[] {
  const body = Buffer.from(JSON.stringify({ ...base, ...instead }));
  return channel.parse({ method: 'POST', url: '/webhooks/teams', headers: {}, body, receivedAt: 5 });
}

const contents = (instead: object) => eventsOf(instead).map(({ content }) => content);
const mention = { type: 'mention', mentioned: recipient, text: '<at>Parley</at>' };
const group = { conversationType: 'groupChat', isGroup: true, id: '19:group@thread.v2' };
const thread = { conversationType: 'channel', isGroup: true, id: '19:channel@thread.tacv2;messageid=1789999' };

describe('what Teams sends', () => {
  it('is a text with who said it, when, where and in which language', () => {
    const entities = [{ type: 'clientInfo', locale: 'de-DE' }];
    expect(eventsOf({ text: 'red shoes', entities })).toEqual([
      {
        id: 'message:1790000000001',
        conversation: `teams:${app.id}:${chat}`,
        at,
        content: { type: 'text', text: 'red shoes' },
        sender: { name: 'Ann Lee', locale: 'de-DE' },
      },
    ]);
  });

  it('loses the bot’s name, keeps other people’s, and reads HTML’s entities', () => {
    const bob = { type: 'mention', mentioned: { id: '29:bob' }, text: '<at>Bob</at>' };
    const text = '<at>Parley</at>&nbsp;shoes for <at>Bob</at> &lt; 50 &amp; &#128512;';
    expect(contents({ conversation: group, text, entities: [mention, bob] })).toEqual([
      { type: 'text', text: 'shoes for Bob < 50 & 😀' },
    ]);
  });

  it('is a greeting when it is the bot’s name alone', () => {
    expect(contents({ conversation: group, text: '<at>Parley</at> ', entities: [mention] })).toEqual([
      { type: 'opened' },
    ]);
  });

  it('gives each member of a group a conversation of their own, over all threads of a channel', () => {
    const peers = (instead: object) => eventsOf({ text: 'hi', ...instead }).map(({ conversation }) => conversation);
    expect(peers({ conversation: group })).toEqual([`teams:${app.id}:19:group@thread.v2:29:1-ann`]);
    expect(peers({ conversation: group, from: { id: '29:bob' } })).toEqual([
      `teams:${app.id}:19:group@thread.v2:29:bob`,
    ]);
    const other = { ...thread, id: thread.id.replace('1789999', '1780000') };
    expect(peers({ conversation: thread })).toEqual(peers({ conversation: other }));
    expect(eventsOf({ text: 'hi', conversation: thread })[0]?.id).toBe('message:1790000000001@1789999');
  });

  it('is a choice from a card, whichever way it is pressed', () => {
    const picked = [{ type: 'choice', id: 'size:42', label: 'Size 42' }];
    const data = { choice: 'size:42', label: 'Size 42' };
    expect(contents({ value: data, replyToId: '1' })).toEqual(picked);
    expect(contents({ value: { ...data, quantity: '3' }, text: 'Size 42' })).toEqual(picked);
    const executed = { action: { type: 'Action.Execute', verb: 'pick', data } };
    expect(contents({ type: 'invoke', name: 'adaptiveCard/action', value: executed })).toEqual(picked);
    expect(contents({ text: 'Size 42' })).toEqual([{ type: 'text', text: 'Size 42' }]);
    expect(contents({ value: { other: 1 } })).toEqual([{ type: 'unsupported', what: 'card answer' }]);
    expect(contents({ type: 'invoke', name: 'adaptiveCard/action', value: {} })).toEqual([
      { type: 'unsupported', what: 'card answer' },
    ]);
  });

  it('is a file by where it lies, with the words under the first of them', () => {
    const inline = { contentType: 'image/png', contentUrl: `${serviceUrl}v3/attachments/1/views/original` };
    const html = { contentType: 'text/html', content: '<div><img></div>' };
    const downloadUrl = 'https://shop.sharepoint.com/personal/ann/_layouts/15/download.aspx?UniqueId=1&tempauth=x';
    const file = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'coat.mp3',
      content: { downloadUrl, uniqueId: '1', fileType: 'mp3' },
    };
    const events = eventsOf({ text: 'like this', attachments: [inline, file, html] });
    expect(events.map(({ content }) => content)).toEqual([
      {
        type: 'media',
        kind: 'image',
        ref: `own ${inline.contentUrl}`,
        mediaType: 'image/png',
        caption: 'like this',
        group: '1790000000001',
      },
      { type: 'media', kind: 'voice', ref: `open ${downloadUrl}`, name: 'coat.mp3', group: '1790000000001' },
    ]);
    expect(events.map(({ id }) => id)).toEqual(['message:1790000000001', 'message:1790000000001.1']);
    expect(
      contents({ text: 'see', attachments: [{ contentType: 'reference', contentUrl: 'https://x.example' }] }),
    ).toEqual([
      { type: 'unsupported', what: 'link to a file' },
      { type: 'text', text: 'see' },
    ]);
  });

  it('is an installation, once an hour however often it is told, and a farewell', () => {
    const installed = (id: string, timestamp: string) =>
      eventsOf({ type: 'installationUpdate', action: 'add', id, timestamp })[0];
    expect(installed('a', '2026-11-22T10:00:00Z')?.content).toEqual({ type: 'opened' });
    expect(installed('a', '2026-11-22T10:00:00Z')?.id).toBe(installed('b', '2026-11-22T10:40:00Z')?.id);
    expect(installed('a', '2026-11-22T10:00:00Z')?.id).not.toBe(installed('b', '2026-11-23T10:00:00Z')?.id);
    expect(contents({ type: 'installationUpdate', action: 'remove' })).toEqual([{ type: 'left' }]);
    for (const action of ['add-upgrade', 'remove-upgrade'])
      expect(contents({ type: 'installationUpdate', action })).toEqual([]);
    expect(contents({ type: 'conversationUpdate', membersAdded: [ann, recipient] })).toEqual([]);
  });

  it('is a reaction to a message of ours, given or taken back', () => {
    const reacted = {
      type: 'messageReaction',
      replyToId: '17',
      reactionsAdded: [{ type: 'heart' }, { type: '1f44b_wavinghand' }],
    };
    expect(contents({ ...reacted, reactionsRemoved: [{ type: 'like' }] })).toEqual([
      { type: 'reaction', emoji: '❤️', to: '17' },
      { type: 'reaction', emoji: '👋', to: '17' },
      { type: 'reaction', emoji: null, to: '17' },
    ]);
    expect(new Set(eventsOf(reacted).map(({ id }) => id)).size).toBe(2);
  });

  it('is an edited message, asked for again; what is deleted or brought back is nothing', () => {
    const edited = { type: 'messageUpdate', text: 'blue shoes', channelData: { eventType: 'editMessage' } };
    expect(contents(edited)).toEqual([{ type: 'unsupported', what: 'edited message' }]);
    expect(contents({ ...edited, channelData: { eventType: 'undeleteMessage' } })).toEqual([]);
    for (const type of ['messageDelete', 'typing', 'event', 'endOfConversation', 'trace'])
      expect(contents({ type })).toEqual([]);
  });

  it('is `unsupported` when it is something new, and nothing when the bot said it', () => {
    expect(contents({ type: 'telepathy' })).toEqual([{ type: 'unsupported', what: 'activity' }]);
    expect(contents({})).toEqual([{ type: 'unsupported', what: 'empty message' }]);
    expect(contents({ text: 'hi', from: recipient })).toEqual([]);
  });

  it('has its own time, or that of the request when it tells none', () => {
    expect(eventsOf({ text: 'hi', timestamp: 'yesterday' })[0]?.at).toBe(5);
    expect(eventsOf({ text: 'hi', id: undefined, timestamp: undefined })[0]?.id).toBe('message:5');
    const { receivedAt: _, ...late } = around(
      {} as never,
      Buffer.from(JSON.stringify({ ...base, timestamp: 1, text: 'x' })),
      null,
    );
    expect(channel.parse(late)[0]?.at).toBe(0);
  });
});

describe('the address of a file', () => {
  it('takes the bot’s token to the platform’s own server alone', () => {
    expect(fileRef('https://smba.trafficmanager.net/v3/attachments/1', serviceUrl)).toMatch(/^own /u);
    expect(fileRef('https://smba.trafficmanager.net.evil.example/v3', serviceUrl)).toMatch(/^open /u);
    expect(fileRef('http://smba.trafficmanager.net/v3', serviceUrl)).toBeNull();
  });

  it('leads to nobody’s own network', () => {
    for (const url of [
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://10.0.0.1/x',
      'https://printer.local/x',
      'https://intranet/x',
      'file:///etc/passwd',
      'ftp://a.example/x',
      'no address',
      'https://0x7f000001/',
      'https://2130706433/',
    ]) {
      expect(fileRef(url, null)).toBeNull();
      expect(readFileRef(`open ${url}`)).toBeNull();
    }
    expect(readFileRef('own')).toBeNull();
  });
});
