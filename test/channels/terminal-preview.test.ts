import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../adapters/channels/terminal/preview/preview.ts';
import { columnsOf } from '../../adapters/channels/terminal/wrap.ts';
import { degrade } from '../../src/channel/degrade.ts';
import { type ChannelId, channelIds } from '../../src/channel/ids.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import { whatsappCatalogueCapabilities } from '../../src/channel/limits/whatsapp-cloud.ts';
import { answerables, type Choice, type Message, type ProductCard } from '../../src/channel/message.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { resolveReply } from '../../src/channel/replies.ts';
import * as arbitrary from '../channel/arbitraries.ts';
import { shownChoices } from '../channel/shown.ts';
import { keysShown, previewOf, shownAs, unframed } from './terminal-previews.ts';

const choices = (...labels: readonly string[]): readonly Choice[] =>
  labels.map((label, index) => ({ id: `c${index}`, label }));
const asking = (...labels: readonly string[]): Message => ({
  type: 'choices',
  text: ['Which size?'],
  choices: choices(...labels),
});
const sizes = (count: number): Message => asking(...Array.from({ length: count }, (_, at) => `Size ${36 + at}`));
const usd = (amount: number) => ({ amount, currency: 'USD' });
const coat: ProductCard = {
  id: 'p1',
  title: '大衣 Warm coat 👨‍👩‍👧‍👦 with a name that goes on for longer than a phone is wide, and then some more',
  price: usd(12_999),
  was: usd(15_000),
  image: 'https://shop.example/pictures/a-rather-long-name-of-a-picture-that-has-no-place-to-break.png',
  description: 'Wool. '.repeat(30),
  inStock: false,
  choice: { id: 'pick:p1', label: 'See it' },
};
const lines = [{ title: 'Warm coat', quantity: 2, total: usd(25_998) }];

/** Each kind as no channel refuses to draw it: drawing is total, whatever a channel's capabilities are. */
const everyPart: readonly RenderedPart[] = [
  { type: 'text', text: ['Größe ', { bold: ['wählen'] }, ' or ', { link: 'https://shop.example', text: ['look'] }] },
  { type: 'buttons', text: ['Which?'], choices: choices('Small', 'Medium 中号', 'L'.repeat(70)) },
  { type: 'list', text: ['Which?'], choices: [{ id: 'a', label: 'Small', description: 'Chest 80 cm '.repeat(12) }] },
  { type: 'cards', text: ['For winter'], cards: [coat], choices: choices('Show more') },
  { type: 'image', url: 'https://shop.example/coat.png', alt: 'A coat', caption: ['The coat in blue'] },
  { type: 'receipt', text: ['Your order'], lines, totals: [{ label: 'To pay', amount: usd(25_998) }] },
  { type: 'ask-location', text: ['Where to?'] },
  { type: 'ask-contact', text: ['Your number?'] },
  { type: 'invoice', text: ['For your order'], title: 'Order 10234', lines, payload: 'order:10234' },
];

const words: Readonly<Record<RenderedPart['type'], readonly string[]>> = {
  text: ['Größe wählen'],
  buttons: ['Which?', 'Small', 'Medium 中号'],
  list: ['Which?', 'Small', 'Chest 80 cm'],
  cards: ['For winter', 'Warm coat', '$129.99', '$150.00', 'out of stock', 'Show more'],
  image: ['A coat', 'https://shop.example/coat.png', 'The coat in blue'],
  receipt: ['Your order', '2 × Warm coat', 'To pay', '$259.98'],
  'ask-location': ['Where to?', 'Send location'],
  'ask-contact': ['Your number?', 'Share phone number'],
  invoice: ['For your order', 'Order 10234', 'Pay $259.98'],
};

/** What cannot be pressed there is picked from a menu. */
const withCatalogue = ['whatsapp-cloud', whatsappCatalogueCapabilities] as const;

const dressed = channelIds.filter((id) => id !== 'terminal');

describe.each(dressed)('the terminal as %s', (channel: ChannelId) => {
  it.each(everyPart.map((part) => [part.type, part] as const))(
    'draws %s in any width, coloured or not',
    (type, part) => {
      for (let width = 10; width <= 130; width += 1) {
        const draw = (coloured: boolean): string =>
          previewOf(channel).draw(
            part,
            { turn: 'one', origin: { losses: [], choices: [], firstNumber: 1 } },
            { width, coloured },
          );
        const shown = draw(false);
        expect(stripVTControlCharacters(draw(true))).toBe(shown);
        const widest = Math.max(...shown.split('\n').map(columnsOf));
        expect(widest, shown).toBeLessThanOrEqual(Math.max(22, Math.min(width, 96)));
        if (width >= 60) for (const word of words[type]) expect(unframed(shown)).toContain(unframed(word));
      }
    },
  );

  it('closes every frame that it opens, its right edge in one column', () => {
    for (const part of everyPart.filter(({ type }) => type !== 'cards')) {
      const origin = { losses: [], choices: [], firstNumber: 1 };
      const shown = previewOf(channel).draw(part, { turn: 'one', origin }, { width: 70, coloured: false });
      const count = (sign: RegExp): number => shown.match(sign)?.length ?? 0;
      expect(count(/[╭┌]/gu)).toBe(count(/[╯┘]/gu));
      const framed = shown.split('\n').filter((line) => /^.{4} [│╭╰├┌└]/u.test(line));
      for (const line of framed) expect(line, shown).toMatch(/[│╮╯┤┐┘]$/u);
    }
  });
});

describe('a menu of twelve', () => {
  it('is numbered text on WhatsApp, where a number is sent as it is typed', () => {
    for (const channel of ['whatsapp-cloud', 'whatsapp-web'] as const) {
      const preview = previewOf(channel);
      const shown = shownAs(preview, sizes(12));
      expect(shown).toContain('12. Size 47');
      expect(keysShown(shown)).toEqual([]);
      expect(preview.pressed('2')).toBeNull();
    }
  });

  it('is twelve buttons on Telegram, each pressed by its number', () => {
    const preview = previewOf('telegram');
    const shown = shownAs(preview, sizes(12));
    expect(keysShown(shown)).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)));
    expect(shown).toContain('[ Size 36 ]');
    expect(preview.pressed('12')).toEqual({ id: 'c11', label: 'Size 47' });
    expect(shown).not.toContain('lost on');
  });

  it('is rows within one card on Teams', () => {
    const preview = previewOf('teams');
    const shown = shownAs(preview, sizes(12));
    expect(shown.match(/┌/gu)).toHaveLength(1);
    expect(shown).toMatch(/^ {2}12 │ ○ Size 47 +│$/mu);
    expect(preview.pressed('12')?.id).toBe('c11');
  });

  it('opens from a button on WhatsApp while it has ten rows at most', () => {
    const shown = shownAs(previewOf('whatsapp-cloud'), sizes(10));
    expect(shown).toContain('[ ≡ Choose ]');
    expect(keysShown(shown)).toHaveLength(10);
  });
});

it('products of a linked catalogue are picked from the menu below them', () => {
  const preview = previewOf(...withCatalogue);
  const products: Message = { type: 'products', text: ['Look'], products: [coat], choices: choices('Show more') };
  const shown = shownAs(preview, products);
  expect(shown).toMatch(/╭ catalogue ─[\s\S]*out of stock[\s\S]*\[ ≡ Choose \]/u);
  expect(keysShown(shown).map((key) => preview.pressed(key)?.id)).toEqual(['pick:p1', 'c0']);
});

describe('what is lost', () => {
  it('is told below the answer, a line a kind, with the limit that caused it', () => {
    expect(shownAs(previewOf('whatsapp-cloud'), sizes(12), { width: 96 })).toContain(
      'lost on WhatsApp: 12 choices became numbered text (at most 3 buttons or 10 rows of a menu)',
    );
    expect(shownAs(previewOf('whatsapp-cloud'), sizes(4), { width: 96 })).toContain(
      'lost on WhatsApp: 4 choices in a menu that has to be opened first (at most 3 buttons)',
    );
    expect(shownAs(previewOf('whatsapp-web'), sizes(2), { width: 96 })).toContain(
      'lost on WhatsApp Web: 2 choices became numbered text (there are no buttons)',
    );
    expect(shownAs(previewOf('terminal'), sizes(2), { width: 96 })).toContain('lost on the terminal: 2 choices');
  });

  it('stands below the last part of its message and nowhere else', () => {
    const products: Message = { type: 'products', text: ['Look'], products: [coat], choices: [] };
    const shown = shownAs(previewOf('telegram'), products).trimEnd();
    expect(shown.match(/product card became plain/gu)).toHaveLength(1);
    expect(shown.slice(shown.indexOf('lost on'))).not.toMatch(/[╭│╰]/u);
  });
});

describe('the number beside a button', () => {
  it('goes on where the message before it in the same turn ended', () => {
    const preview = previewOf('telegram');
    shownAs(preview, asking('Yes', 'No'));
    const more: Message = { type: 'choices', text: ['Or'], choices: [{ id: 'm', label: 'More' }], firstNumber: 3 };
    expect(keysShown(shownAs(preview, more))).toEqual(['3']);
    expect([preview.pressed('1')?.id, preview.pressed('3')?.id]).toEqual(['c0', 'm']);
  });

  it('is that of the last answer: what an earlier one offered is sent as text', () => {
    const preview = previewOf('telegram');
    shownAs(preview, asking('Yes', 'No'));
    const origin = { losses: [], choices: [], firstNumber: 1 };
    const at = { turn: 'two', origin };
    preview.draw({ type: 'text', text: ['Good.'] }, at, { width: 80, coloured: false });
    expect(preview.pressed('1')).toBeNull();
  });

  it('carries a sign where a label is itself the number of another', () => {
    const preview = previewOf('telegram');
    expect(keysShown(shownAs(preview, asking('3', '2', '1')))).toEqual(['#1', '#2', '#3']);
    expect(preview.pressed('3')).toBeNull();
    expect(preview.pressed('#3')?.label).toBe('1');
    expect(keysShown(shownAs(previewOf('telegram'), asking('36', '37')))).toEqual(['1', '2']);
  });
});

it('every choice of any message is seen on every channel, and picked by what is seen', { timeout: 120_000 }, () => {
  const reached = { pressed: 0, written: 0 };
  const dresses = [...channelIds.map((id) => [id, capabilitiesOf[id]] as const), withCatalogue];
  const width = fc.integer({ min: 60, max: 96 });
  fc.assert(
    fc.property(arbitrary.message, fc.constantFrom(...dresses), width, (message, [as, capabilities], columns) => {
      const preview = previewOf(as, capabilities);
      const screen = shownAs(preview, message, { width: columns });
      const keys = keysShown(screen);
      const pressable = new Set(keys.map((key) => preview.pressed(key)?.id));
      const unframedScreen = unframed(screen);
      for (const shown of shownChoices(message, degrade(message, preview.capabilities).parts)) {
        const { choice, label, line } = shown;
        if (label !== null) {
          expect(unframedScreen).toContain(unframed(label));
          expect(pressable, `no key for ${choice.id}\n${screen}`).toContain(choice.id);
          reached.pressed += 1;
          continue;
        }
        expect(unframedScreen).toContain(unframed(line ?? choice.label));
        const ways = [shown.number ?? '', line ?? '', `${shown.number}. ${line}`].map(String);
        const picks = ways.filter((said) => said !== '').map((said) => pickedBy(said, message, preview));
        expect(picks.flat(), screen).toContain(choice.id);
        reached.written += 1;
      }
    }),
    { numRuns: 1_000 },
  );
  expect(reached.pressed).toBeGreaterThan(800);
  expect(reached.written).toBeGreaterThan(800);
});

/** What it presses when it is typed; where it presses nothing, the choices that the shop may take it for. */
function pickedBy(said: string, message: Message, preview: Preview): readonly string[] {
  const pressed = preview.pressed(said);
  if (pressed !== null) return [pressed.id];
  const firstNumber = 'firstNumber' in message ? (message.firstNumber ?? 1) : 1;
  const reply = resolveReply(said, { choices: answerables(message), firstNumber });
  if (reply === null) return [];
  return reply.kind === 'unclear' ? reply.choices.map(({ id }) => id) : [reply.choice.id];
}
