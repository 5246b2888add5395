import { parseConversationId } from '../../src/channel/ids.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { plainText } from '../../src/channel/rich-text.ts';
import { type ChannelHarness, channelAdapterContract, type Shown } from '../contracts/channel-adapter.ts';
import { createShop } from './webchat-shop.ts';
import { as, isReady, keysOf, newVisitor, openEvents } from './webchat-visitor.ts';

channelAdapterContract('webchat', openHarness);

async function openHarness(): Promise<ChannelHarness> {
  const shop = await createShop();
  const url = await shop.server.listen();
  const token = await newVisitor(shop);
  const page = await openEvents(url, token);
  await page.until(isReady);
  const { adapter } = shop.webchat;
  const post = (body: Uint8Array, headers = {}) => ({
    method: 'POST',
    url: '/webchat/messages',
    headers: { ...as(token), ...headers },
    body,
  });
  const said = (message: number, what: object) => post(Buffer.from(JSON.stringify({ id: `m${message}`, ...what })));
  const shopper = parseConversationId(adapter.parse(said(1, { text: 'x' }))[0]?.conversation ?? '');
  if (!shopper) throw new Error('no shopper');
  return {
    adapter,
    shopper,
    text: (message, text) => said(message, { text }),
    choice: (message, choice) => said(message, { choice }),
    unreadable: (message) => said(message, { sticker: 'wave' }),
    around: post,
    forged: () => ['', 'nobody', token.slice(0, -1), flipped(token)].map((wrong) => post(Buffer.from('{}'), as(wrong))),
    shown: async () => {
      const end = `${adapter.id}:test:${shopper.peer}:999:0:0`;
      await adapter.deliver({ type: 'text', text: ['end'] }, shopper, { key: end, inReplyTo: 'm0' });
      const seen = await page.until((events) => keysOf(events).includes(end));
      const parts = seen.flatMap((event) => (event.name === 'part' && event.data.key !== end ? [event.data.part] : []));
      return parts.map(shownOf);
    },
    close: async () => {
      page.close();
      await shop.server.close();
    },
  };
}

function flipped(token: string): string {
  const first = token.startsWith('A') ? 'B' : 'A';
  return first + token.slice(1);
}

/** What page/parts.js makes of a part; the page itself is looked at in webchat-page.test.ts. */
function shownOf(part: RenderedPart): Shown {
  switch (part.type) {
    case 'text':
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
      return { words: plainText(part.text), choices: [] };
    case 'buttons':
    case 'list':
      return { words: [plainText(part.text), ...labels(part.choices)].join('\n'), choices: ids(part.choices) };
    case 'cards': {
      const titles = part.cards.map((card) => card.title);
      const choices = [...part.cards.map((card) => card.choice), ...part.choices];
      return { words: [plainText(part.text), ...titles, ...labels(part.choices)].join('\n'), choices: ids(choices) };
    }
    case 'image':
      return { words: plainText(part.caption), choices: [] };
    case 'receipt': {
      const lines = [...part.lines.map((line) => line.title), ...part.totals.map((total) => total.label)];
      return { words: [plainText(part.text), ...lines].join('\n'), choices: [] };
    }
  }
}

function labels(choices: readonly { readonly label: string }[]): readonly string[] {
  return choices.map((choice) => choice.label);
}

function ids(choices: readonly { readonly id: string }[]): readonly string[] {
  return choices.map((choice) => choice.id);
}
