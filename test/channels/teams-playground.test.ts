import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeamsChannel } from '../../adapters/channels/teams/teams-channel.ts';
import { webhooks } from '../../adapters/web/webhooks.ts';
import { parseConversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { type Playground, startPlayground } from '../fakes/teams/playground.ts';
import { pressFor, shownOf } from '../fakes/teams/shown.ts';
import { rememberedReferences } from './teams-setup.ts';
import { recordingLog } from './telegram-setup.ts';

const sizes: RenderedPart = {
  type: 'buttons',
  text: ['Which size?'],
  choices: [
    { id: 'size:s', label: 'Small' },
    { id: 'size:l', label: 'Large' },
  ],
};

describe('Microsoft’s playground, with the real client before it', () => {
  const app = Fastify();
  const heard: InboundEvent[] = [];
  const { log, lines } = recordingLog();
  let playground: Playground;

  beforeAll(async () => {
    const channel = createTeamsChannel({ app: null }, { log, references: rememberedReferences() });
    const receive = async (event: InboundEvent) => {
      heard.push(event);
      const to = parseConversationId(event.conversation);
      const part: RenderedPart =
        event.content.type === 'text' ? sizes : { type: 'text', text: [`heard ${event.content.type}`] };
      if (to) await channel.deliver(part, to, { key: event.id, inReplyTo: event.id });
      return 'accepted' as const;
    };
    await app.register(webhooks({ channels: [channel], receive, log }));
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    playground = await startPlayground(`${address}/webhooks/teams`);
  });

  afterAll(async () => {
    await playground?.close();
    await app.close();
  });

  it('warns loudly that it believes everybody', () => {
    expect(lines.map(({ level, code }) => `${level} ${code}`)).toContain('warn TEAMS_WITHOUT_AUTH');
  });

  it('tells an installation by two activities, each time the page is opened: they are one event', async () => {
    await playground.installs(playground.personalChat);
    await playground.installs(playground.personalChat);
    const opened = heard.filter(({ content }) => content.type === 'opened');
    expect(opened.length).toBeGreaterThan(0);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  });

  it('shows a card, and brings back the choice that is pressed on it', async () => {
    const chat = playground.personalChat;
    await playground.says(chat, 'red shoes');
    const card = await playground.until(() => playground.shown(chat).find((each) => pressFor(each, 'Large')), 10_000);
    expect(shownOf(card).words).toBe('Which size?\nSmall\nLarge');
    const press = pressFor(card, 'Large');
    await playground.submits(chat, { message: card.messageId, data: press?.data ?? {} });
    await playground.until(() => playground.shown(chat).find(({ text }) => text === 'heard choice'), 10_000);
    expect(heard.at(-1)?.content).toEqual({ type: 'choice', id: 'size:l', label: 'Large' });
  });

  it('answers in a group who names it, and each member for themselves', async () => {
    const chat = playground.groupChat;
    await playground.mentions(chat, 'red shoes');
    await playground.until(() => playground.shown(chat).find((each) => pressFor(each, 'Large')), 10_000);
    expect(heard.at(-1)).toMatchObject({
      conversation: `teams:dev:${chat}:user-id-0`,
      content: { type: 'text', text: 'red shoes' },
      sender: { name: 'Alex Wilber' },
    });
  });
});
