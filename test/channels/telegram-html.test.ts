import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLinkable, toHtml } from '../../adapters/channels/telegram/html.ts';
import type { Inline, RichText } from '../../src/channel/rich-text.ts';
import { cleanText, isBlank } from '../fakes/telegram/clean-text.ts';
import { parseHtml } from '../fakes/telegram/html-markup.ts';
import { privateChat, type Setup, setUp } from './telegram-setup.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('a < b & "c" > d', '&lt;b&gt;', '</b>', '<b', '&amp', '&#60;', "'", '👋🏽', '\ud800', '\n', ''),
);
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('javascript:alert(1)', '/cart', 'http://localhost/x', 'https://a.b/?q="><b>', 'tel:+49', ''),
);
const { text: richText } = fc.letrec<{ text: RichText; inline: Inline }>((tie) => ({
  text: fc.array(tie('inline'), { maxLength: 4 }),
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.record({ code: words }),
    fc.record({ bold: tie('text') }),
    fc.record({ italic: tie('text') }),
    fc.record({ link: address, text: tie('text') }),
  ),
}));

/** The words as a person sees them: an address only where it is all there is, or where Telegram would lose it. */
function visible(text: RichText): string {
  return text
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if ('bold' in inline) return visible(inline.bold);
      if ('italic' in inline) return visible(inline.italic);
      return 'code' in inline ? inline.code : visibleLink(inline.link, inline.text);
    })
    .join('');
}

function visibleLink(link: string, text: RichText): string {
  const label = plain(text);
  if (!isLinkable(link)) return label === link || label === '' ? link : `${label} (${link})`;
  return isBlank(label) ? link : visible(text);
}

/** Inside a link that is shown in brackets, inner addresses are shown in brackets too. */
function plain(text: RichText): string {
  return text
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      if ('bold' in inline) return plain(inline.bold);
      if ('italic' in inline) return plain(inline.italic);
      if ('code' in inline) return inline.code;
      const label = plain(inline.text);
      return label === inline.link || label === '' ? inline.link : `${label} (${inline.link})`;
    })
    .join('');
}

const cleaned = (text: string) => cleanText({ text: text.replace(/\p{Surrogate}/gu, '\ufffd'), entities: [] }).text;

describe('text with markup on Telegram', () => {
  it('is read back as the same words, whatever they are', () => {
    let marked = 0;
    let linked = 0;
    fc.assert(
      fc.property(richText, (text) => {
        const read = cleanText(parseHtml(toHtml(text)));
        expect(read.text).toBe(cleaned(visible(text)));
        if (read.entities.length > 0) marked += 1;
        if (read.entities.some((entity) => entity.type === 'text_link')) linked += 1;
        for (const { offset, length } of read.entities) expect(offset + length).toBeLessThanOrEqual(read.text.length);
      }),
      { numRuns: 10_000 },
    );
    expect(marked).toBeGreaterThan(1000);
    expect(linked).toBeGreaterThan(100);
  });

  it('keeps every address, as a link or in the words', () => {
    fc.assert(
      fc.property(address, (link) => {
        const { text, entities } = parseHtml(toHtml([{ link, text: ['words'] }]));
        const kept = entities.some((entity) => entity.type === 'text_link' && entity.url === link);
        expect(kept || text === (link === '' ? 'words ()' : `words (${link})`)).toBe(true);
      }),
    );
  });

  it('nests, and stays within a link', () => {
    expect(
      toHtml([{ bold: ['a', { italic: ['<'] }] }, { link: 'https://x.example/?a="&b', text: [{ code: '&' }] }]),
    ).toBe('<b>a<i>&lt;</i></b><a href="https://x.example/?a=&quot;&amp;b"><code>&amp;</code></a>');
  });

  describe('over the wire', () => {
    let setup: Setup;
    beforeAll(async () => {
      setup = await setUp({ fake: { flood: null }, channel: { pace: { perSecond: 1e6, burst: 1e6, chatBurst: 1e6 } } });
      setup.fake.sendText(1, '/start');
    });
    afterAll(() => setup.close());

    it('is taken as it is, and only a blank one refused', async () => {
      let taken = 0;
      await fc.assert(
        fc.asyncProperty(richText, async (text) => {
          const to = privateChat(setup.fake, 1);
          const receipt = await setup.channel.deliver({ type: 'text', text }, to, { key: 'k', inReplyTo: 'm' });
          const expected = cleaned(visible(text));
          expect(receipt.result).toBe(isBlank(expected) ? 'rejected' : 'delivered');
          if (receipt.result !== 'delivered') return;
          taken += 1;
          expect(setup.fake.sent(1).at(-1)?.message.text).toBe(expected);
        }),
        { numRuns: 300 },
      );
      expect(taken).toBeGreaterThan(150);
    });
  });
});
