import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelNames } from '../../src/channel/channel-names.ts';
import { degrade } from '../../src/channel/degrade.ts';
import { channelIds } from '../../src/channel/ids.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import { lossLines } from '../../src/channel/loss-words.ts';
import type { Choice, Message, ProductCard } from '../../src/channel/message.ts';
import * as arbitrary from './arbitraries.ts';

const told = (message: Message, channel: keyof typeof channelNames): readonly string[] => {
  const capabilities = capabilitiesOf[channel];
  return lossLines(degrade(message, capabilities).losses, { channel, capabilities });
};
const labelled = (...labels: readonly string[]): Message => ({
  type: 'choices',
  text: ['Which?'],
  choices: labels.map((label, index): Choice => ({ id: `c${index}`, label })),
});
const card = (id: string): ProductCard => ({
  id,
  title: `Coat ${id}`,
  price: { amount: 9_900, currency: 'USD' },
  image: 'https://shop.example/coat.png',
  inStock: true,
  choice: { id: `p:${id}`, label: 'View' },
});

test('a cut label is told with the room that a button or a row has on that channel', () => {
  expect(told(labelled('Yes, please send it tomorrow', 'No'), 'whatsapp-cloud')).toContain(
    'lost on WhatsApp: 1 label is cut, “Yes, please send it…” (a button has room for 20 characters)',
  );
  const four = labelled('Navy blue cotton shirt, long', 'Red', 'Green', 'White');
  expect(told(four, 'whatsapp-cloud').join('\n')).toContain('(a row has room for 24 characters)');
});

test('each kind of loss has one line, however many choices it befell', () => {
  const long = labelled('Yes, please send it tomorrow', 'No, I will fetch it on Monday');
  expect(told(long, 'whatsapp-cloud').filter((line) => line.includes('cut'))).toHaveLength(1);
});

test('products without cards say what became of them and of their pictures', () => {
  const message: Message = {
    type: 'products',
    text: ['Look'],
    products: ['1', '2', '3', '4', '5'].map(card),
    choices: [],
  };
  expect(told(message, 'telegram').join('\n')).toMatch(
    /5 product cards became plain \(there are no cards\)[\s\S]*5 pictures left out \(there is no room for pictures in a menu\)/u,
  );
  expect(told(message, 'terminal').join('\n')).toContain('5 pictures left out (there are no pictures)');
  expect(told(message, 'webchat')).toEqual([]);
});

test('requests, receipts and texts that are too long are told in plain words', () => {
  expect(told({ type: 'ask-location', text: ['Where?'] }, 'teams')).toEqual([
    'lost on Teams: the place is asked for in words (there is no button for it)',
  ]);
  expect(told({ type: 'text', text: ['x '.repeat(3_000)] }, 'telegram')).toEqual([
    'lost on Telegram: a text became 2 messages (at most 4096 characters in each)',
  ]);
  expect(told({ type: 'text', text: ['x '.repeat(20_000)] }, 'teams').join()).toContain(
    `(at most ${capabilitiesOf.teams.text.max} `,
  );
  expect(told({ type: 'text', text: [{ link: 'https://a.example', text: ['here'] }] }, 'whatsapp-web')).toEqual([
    'lost on WhatsApp Web: a link shows its address',
  ]);
});

test('every loss of any message on any channel is told, in a line of its kind that names the channel', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(arbitrary.message, fc.constantFrom(...channelIds), (message, channel) => {
      const { losses } = degrade(message, capabilitiesOf[channel]);
      const lines = told(message, channel);
      expect(lines).toHaveLength(new Set(losses.map(({ kind }) => kind)).size);
      for (const { kind } of losses) kinds.add(kind);
      for (const line of lines) {
        expect(line).toMatch(new RegExp(`^lost on ${channelNames[channel]}: \\S`, 'u'));
        expect(line).not.toMatch(/undefined|NaN|null|Infinity|\n/u);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(kinds.size).toBeGreaterThanOrEqual(14);
});
