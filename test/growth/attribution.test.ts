import { describe, expect, it } from 'vitest';
import type { InboundContent, Referral } from '../../src/channel/inbound.ts';
import { type Link, linkBody } from '../../src/growth/links/link.ts';
import { attribute } from '../../src/runtime/attribution.ts';
import type { Store, Write } from '../../src/storage/store.ts';
import { bookOf } from '../dialog/engine/book-of.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { shopper } from '../runtime/running.ts';

const book = bookOf([
  `flow: welcome
about: Greet.
starts on:
  - when: first message
  - hi
  - good morning
steps:
  - say: Welcome.
`,
  `flow: delivery
about: Tell of delivery.
starts on:
  - how long does delivery take
steps:
  - say: Two days.
`,
]);

const parka: Link = {
  code: 'K7F3QX',
  target: { to: 'product', product: '10234' },
  campaign: 'shop-window',
  text: 'Hello! I am interested in Cozy Winter Parka',
  note: null,
  createdAt: 1,
};
const delivery: Link = { ...parka, code: 'A2B3C4', target: { to: 'flow', flow: 'delivery' }, campaign: 'package' };
const welcome: Link = { ...parka, code: 'D5E6F7', target: { to: 'welcome' }, text: 'Hello!' };

const ann = shopper('ann');
const ad: Referral = { kind: 'ad', campaign: '120208', headline: 'Parkas' };

interface Said {
  readonly content: InboundContent | string;
  readonly referral?: Referral;
  readonly now?: number;
}

async function openStore(...links: readonly Link[]) {
  const asked: string[] = [];
  const store = createMemoryStore(new Map());
  await store.commit(links.map((link) => ({ kind: 'link', id: link.code, revision: 0, body: linkBody(link) })));
  const note = (kind: string): void => void asked.push(kind);
  const counting: Pick<Store, 'get' | 'getMany'> = {
    get(kind, id) {
      note(kind);
      return store.get(kind, id);
    },
    getMany(kind, ids) {
      note(kind);
      return store.getMany(kind, ids);
    },
  };
  const arrive = async ({ content: said, referral, now = 7 }: Said) => {
    const content = typeof said === 'string' ? { type: 'text' as const, text: said } : said;
    if (content.type === 'left' || content.type === 'reaction' || content.type === 'delivery') throw new Error('noted');
    const entry = { id: 'm1', at: 5, content, ...(referral && { referral }) };
    return attribute({ store: counting, book }, { conversation: ann, customer: ann, entry, now });
  };
  const heard = async (content: InboundContent | string) => (await arrive({ content }))?.entry.content;
  return { store, asked, arrive, heard };
}

function sourceIn(writes: readonly Write[] = []) {
  return writes.find(({ kind }) => kind === 'customer')?.body?.['source'];
}

const all = [parka, delivery, welcome];

describe('A chat that is opened by a link', () => {
  it('is opened where the link leads', async () => {
    const { heard } = await openStore(...all);
    expect(await heard({ type: 'opened', payload: 'K7F3QX' })).toEqual({ type: 'opened', payload: 'view:10234' });
    expect(await heard({ type: 'opened', payload: 'k7f3qx' })).toEqual({ type: 'opened', payload: 'view:10234' });
    expect(await heard({ type: 'opened', payload: 'A2B3C4' })).toEqual({ type: 'opened', payload: 'parley:delivery' });
    expect(await heard({ type: 'opened', payload: 'D5E6F7' })).toEqual({ type: 'opened' });
  });

  it('that is known no more is opened as it came', async () => {
    const { arrive } = await openStore();
    expect(await arrive({ content: { type: 'opened', payload: 'K7F3QX' } })).toBeNull();
  });
});

describe('A text with a link’s code', () => {
  it.each([
    'Hello! I am interested in Cozy Winter Parka [#K7F3QX]',
    'hello, i am interested in cozy winter parka [#k7f3qx]',
    '[#K7F3QX] Hello! I am interested in Cozy Winter Parka 🙂',
    'Cozy Winter Parka #K7F3QX',
    '[#K7F3QX]',
    'k7f3qx',
    'Good morning! [#K7F3QX]',
    'Hi #K7F3QX',
    'Hello! I am interested in Cozy Winter Parka [#K7F3QX], good morning',
  ])('%s means what the link means', async (text) => {
    const { heard } = await openStore(...all);
    expect(await heard(text)).toEqual({ type: 'opened', payload: 'view:10234' });
  });

  it.each([
    ['[#K7F3QX] do you have it in blue?', 'do you have it in blue?'],
    ['Do you have it in blue? [#K7F3QX]', 'Do you have it in blue?'],
    ['Hello! I am interested in Cozy Winter Parka [#K7F3QX] in size M', 'in size M'],
    ['How long does\ndelivery take? #K7F3QX', 'How long does\ndelivery take?'],
  ])('%s means what the link means, and then “%s”', async (text, rest) => {
    const { arrive } = await openStore(...all);
    const attributed = await arrive({ content: text });
    expect(attributed?.entry).toEqual({ id: 'm1', at: 5, content: { type: 'opened', payload: 'view:10234' } });
    expect(attributed?.besides).toEqual({ id: 'm1', at: 5, content: { type: 'text', text: rest } });
    expect(sourceIn(attributed?.writes)).toMatchObject({ first: { campaign: 'shop-window', link: 'K7F3QX' } });
  });

  it('of a link to the welcome is not greeted before what else it says', async () => {
    const { arrive } = await openStore(...all);
    const attributed = await arrive({ content: 'Hello! Where is my order? [#D5E6F7]' });
    expect(attributed?.entry.content).toEqual({ type: 'text', text: 'Where is my order?' });
    expect(attributed?.besides).toBeNull();
  });

  it('that no link has is heard as it came', async () => {
    const { arrive } = await openStore(...all);
    expect(await arrive({ content: 'Where is my order #D4C3B2?' })).toBeNull();
    expect((await arrive({ content: 'My order was #D4C3B2, now this [#K7F3QX]' }))?.besides?.content).toEqual({
      type: 'text',
      text: 'My order was #D4C3B2, now this',
    });
  });

  it('under a picture shows what the link leads to, and then the picture is heard with its other words', async () => {
    const { arrive } = await openStore(...all);
    const photo = { type: 'media', kind: 'image', ref: 'r1' } as const;
    const attributed = await arrive({ content: { ...photo, caption: '[#K7F3QX] like this one?' } });
    expect(attributed?.entry.content).toEqual({ type: 'opened', payload: 'view:10234' });
    expect(attributed?.besides?.content).toEqual({ ...photo, caption: 'like this one?' });
    expect(await arrive({ content: photo })).toBeNull();
  });

  it('of a link that was dropped is heard without it, and not counted', async () => {
    const { arrive } = await openStore();
    const dropped = await arrive({ content: 'Hello! I am interested in Cozy Winter Parka [#K7F3QX]' });
    expect(dropped).toMatchObject({ besides: null, writes: [] });
    expect(dropped?.entry.content).toEqual({ type: 'text', text: 'Hello! I am interested in Cozy Winter Parka' });
    expect((await arrive({ content: '[#K7F3QX]' }))?.entry.content).toEqual({ type: 'opened' });
    expect(await arrive({ content: 'k7f3qx' })).toBeNull();
    const advertised = await arrive({ content: 'Hi [#K7F3QX]', referral: ad });
    expect(advertised?.entry).toMatchObject({ content: { type: 'text', text: 'Hi' }, referral: ad });
    expect(sourceIn(advertised?.writes)).toMatchObject({ last: { kind: 'ad' } });
  });

  it('is looked up only when there is one: other turns cost nothing', async () => {
    const { arrive, asked } = await openStore(...all);
    const common = ['red shoes under 50', 'where is my order #10234', '#SALE please', '', 'winter'];
    for (const content of common) expect(await arrive({ content })).toBeNull();
    expect(await arrive({ content: { type: 'opened' } })).toBeNull();
    expect(await arrive({ content: { type: 'opened', payload: 'spring-window' } })).toBeNull();
    expect(await arrive({ content: { type: 'choice', id: 'view:K7F3QX' } })).toBeNull();
    expect(asked).toEqual([]);
    await arrive({ content: '#K7F3QX' });
    expect(asked).toEqual(['link', 'customer', 'visit']);
  });
});

describe('The source', () => {
  const byLink = { content: { type: 'opened', payload: 'K7F3QX' } } as const;
  const source = { kind: 'link', campaign: 'shop-window', link: 'K7F3QX', channel: 'terminal' };

  it('is kept on the customer: what won them, and what brought them back', async () => {
    const { store, arrive } = await openStore(...all);
    await store.commit([{ kind: 'customer', id: ann, revision: 0, body: { name: 'Ann', consent: { news: null } } }]);
    const come = async (said: Said) => store.commit((await arrive(said))?.writes ?? []);
    await come({ ...byLink, now: 10 });
    await come({ content: 'Is this still on offer?', referral: ad, now: 20 });
    expect((await store.get('customer', ann))?.body).toEqual({
      name: 'Ann',
      consent: { news: null },
      source: {
        first: { ...source, at: 10 },
        last: { kind: 'ad', campaign: '120208', link: null, channel: 'terminal', at: 20 },
      },
      updatedAt: 20,
    });
  });

  it('is counted once for each conversation and link, whoever else hears it at the same moment', async () => {
    const { store, arrive } = await openStore(...all);
    const [first, beaten] = [await arrive(byLink), await arrive(byLink)];
    expect(await store.commit(first?.writes ?? [])).toBe('committed');
    expect(await store.commit(beaten?.writes ?? [])).toBe('conflict');
    expect((await arrive(byLink))?.writes.map(({ kind }) => kind)).toEqual(['customer']);
    expect(await store.get('visit', `K7F3QX/${ann}`)).toMatchObject({ body: { link: 'K7F3QX', at: 7 } });
  });

  it('of an advertisement leaves what was said as it is', async () => {
    const { arrive } = await openStore();
    const attributed = await arrive({ content: 'Is this still on offer?', referral: ad });
    expect(attributed?.entry).toMatchObject({
      content: { type: 'text', text: 'Is this still on offer?' },
      referral: ad,
    });
    expect(sourceIn(attributed?.writes)).toMatchObject({ last: { kind: 'ad', campaign: '120208', at: 7 } });
  });

  it('of an advertisement that leads to a link is both, the link last', async () => {
    const { arrive } = await openStore(...all);
    const attributed = await arrive({ content: 'Hello! [#D5E6F7]', referral: ad });
    expect(sourceIn(attributed?.writes)).toMatchObject({ first: { kind: 'ad' }, last: { link: 'D5E6F7' } });
    expect(attributed?.entry.content).toEqual({ type: 'opened' });
  });
});
