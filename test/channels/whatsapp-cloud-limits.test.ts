import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toMarkup } from '../../adapters/channels/whatsapp-cloud/markup.ts';
import { degrade } from '../../src/channel/degrade.ts';
import { plainText, type RichText } from '../../src/channel/rich-text.ts';
import { message } from '../channel/arbitraries.ts';
import { rendered } from '../fakes/whatsapp-cloud/screen.ts';
import { addressOf, png, type Setup, setUp, sheena } from './whatsapp-cloud-setup.ts';

const peer = sheena.number ?? '';
const free = { perSecond: 1e9, burst: 1e9, pairEveryMs: 1, pairBurst: 1e9 };
const products = new Map(Array.from({ length: 12 }, (_, n) => [`p${n}`, `Product ${n}`]));

describe.each([
  ['without a catalogue', {}],
  ['with a catalogue', { catalogId: '194836987003835' }],
])('WhatsApp’s limits, %s', (_, catalogue) => {
  let setup: Setup;
  beforeEach(async () => {
    setup = await setUp({
      fake: { products },
      channel: { ...catalogue, pace: free },
      deps: { openPicture: async () => png() },
    });
  });
  afterEach(() => setup.close());

  it('are passed by nothing that is sent, whatever is to be said', async () => {
    const { channel, fake } = setup;
    const reached = new Map<string, number>();
    let key = 0;
    await fc.assert(
      fc.asyncProperty(message, async (said) => {
        for (const part of degrade(said, channel.capabilities).parts) {
          key += 1;
          const delivery = { key: `k:${key}:0:0`, inReplyTo: null, heardAt: Date.now() };
          const receipt = await channel.deliver(part, addressOf(fake, peer), delivery);
          expect(receipt).toMatchObject({ result: 'delivered' });
          expect(fake.refusals()).toEqual([]);
          reached.set(part.type, (reached.get(part.type) ?? 0) + 1);
        }
      }),
      { numRuns: 400 },
    );
    const kinds = [
      'text',
      'buttons',
      'list',
      'image',
      'ask-location',
      ...(channel.capabilities.cards ? ['cards'] : []),
    ];
    for (const kind of kinds) expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(3);
  });
});

const sign = fc.constantFrom(
  '*',
  '_',
  '~',
  '`',
  '```',
  '> ',
  '- ',
  '* ',
  ' ',
  '\n',
  'a',
  'bc',
  '1',
  '.',
  ',',
  '(',
  ')',
  'ß',
  '🙂',
);
const words = fc.array(sign, { maxLength: 14 }).map((all) => all.join(''));
const inline = fc.oneof(
  words,
  words.map((bold) => ({ bold: [bold] })),
  words.map((italic) => ({ italic: ['so ', { bold: [italic] }] })),
  words.map((code) => ({ code })),
);

describe('WhatsApp’s markup', () => {
  it('is *bold*, _italic_ and ```code```', () => {
    const text: RichText = ['A ', { bold: ['warm'] }, ' coat, ', { italic: ['very'] }, ': ', { code: 'WINTER' }];
    expect(toMarkup(text, 100)).toBe('A *warm* coat, _very_: ```WINTER```');
    expect(toMarkup([{ bold: [' two\nlines '] }], 100)).toBe(' *two*\n*lines* ');
    expect(toMarkup(['see ', { link: 'https://a.example', text: ['here'] }], 100)).toBe('see here (https://a.example)');
  });

  it('leaves the words alone where the signs have no room, or stand within a word', () => {
    expect(toMarkup([{ bold: ['warm'] }], 5)).toBe('warm');
    expect(toMarkup(['pre', { bold: ['fix'] }], 100)).toBe('prefix');
    expect(toMarkup(['2*3*4 WINTER_20_OFF'], 100)).toBe('2*3*4 WINTER_20_OFF');
  });

  it('shows words that hold signs as they are written', () => {
    fc.assert(
      fc.property(words, (plain) => {
        expect(rendered(toMarkup([plain], 10_000)).replaceAll('\u02cb', '`')).toBe(plain);
      }),
      { numRuns: 5_000 },
    );
  });

  it('loses no letter of marked text', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]|\u02cb/gu, '');
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 4 }), (text) => {
        expect(letters(rendered(toMarkup(text, 10_000)))).toBe(letters(plainText(text)));
      }),
      { numRuns: 2_000 },
    );
  });
});
