import type { Capabilities } from '../../src/channel/capabilities.ts';
import { answerables, type Choice, type Message, type ReceiptLine } from '../../src/channel/message.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { type Inline, plainText, type RichText } from '../../src/channel/rich-text.ts';
import { shownLabel } from '../../src/channel/shown-label.ts';
import { lengthOf } from '../../src/channel/text-length.ts';

/** All that a shopper reads of a part, in reading order. */
function readingOf(part: RenderedPart): string {
  switch (part.type) {
    case 'text':
    case 'ask-location':
    case 'ask-contact':
      return plainText(part.text);
    case 'invoice':
      return [plainText(part.text), part.title, ...part.lines.map(({ title }) => title)].join('\n');
    case 'buttons':
    case 'list':
      return [plainText(part.text), ...part.choices.map(choiceReading)].join('\n');
    case 'cards':
      return [
        plainText(part.text),
        ...part.cards.map((card) => `${card.title}\n${card.description ?? ''}\n${card.choice.label}`),
        ...part.choices.map(choiceReading),
      ].join('\n');
    case 'image':
      return `${part.alt}\n${plainText(part.caption)}`;
    case 'receipt':
      return [
        plainText(part.text),
        ...part.lines.map(({ title }) => title),
        ...part.totals.map(({ label }) => label),
      ].join('\n');
  }
}

function choiceReading({ label, description }: Choice): string {
  return `${label}\n${description ?? ''}`;
}

/** Everything in a message that must be read somewhere, in order. */
export function wordsOwed(message: Message): readonly string[] {
  const text = leaves(message.text);
  switch (message.type) {
    case 'text':
    case 'ask-location':
    case 'ask-contact':
      return text;
    case 'invoice':
      return [...text, message.title, ...message.lines.map(({ title }) => title)];
    case 'image':
      return text;
    case 'choices':
      return [...text, ...message.choices.flatMap(({ label, description }) => [label, description ?? ''])];
    case 'products':
      return [
        ...text,
        ...message.products.flatMap(({ title, description }) => [title, description ?? '']),
        ...message.choices.flatMap(({ label, description }) => [label, description ?? '']),
      ];
    case 'receipt':
      return [...text, ...message.lines.map(({ title }) => title), ...message.totals.map(({ label }) => label)];
  }
}

function leaves(text: RichText): readonly string[] {
  return text.flatMap((inline: Inline): readonly string[] => {
    if (typeof inline === 'string') return [inline];
    if ('bold' in inline) return leaves(inline.bold);
    if ('italic' in inline) return leaves(inline.italic);
    return 'code' in inline ? [inline.code] : leaves(inline.text);
  });
}

/** The first of these that the parts do not show at or after where the one before was shown. */
export function firstLost(owed: readonly string[], parts: readonly RenderedPart[]): string | null {
  const all = unspaced(parts.map(readingOf).join('\n'));
  let at = 0;
  for (const words of owed.map(unspaced)) {
    const found = all.indexOf(words, at);
    if (found === -1) return words;
    at = found + words.length;
  }
  return null;
}

/** Cuts may move white space, and nothing else. */
function unspaced(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
}

/** What of a part the channel would refuse. */
export function refusals(part: RenderedPart, capabilities: Capabilities): readonly string[] {
  const { text, buttons, list, cards, image } = capabilities;
  const over = (what: string, length: number, max: number) => (length > max ? [`${what} ${length} > ${max}`] : []);
  const size = (rich: RichText) => lengthOf(rich, text.unit);
  const blank = (rich: RichText) => (unspaced(plainText(rich)) === '' ? ['nothing to see'] : []);
  switch (part.type) {
    case 'text':
      return [...over('text', size(part.text), text.max), ...blank(part.text), ...foreign(part.text, text.markup)];
    case 'buttons':
    case 'list': {
      const limits = part.type === 'buttons' ? buttons && { ...buttons, descriptionMax: 0 } : list;
      if (limits === null) return [`no ${part.type} here`];
      return [
        ...over('body', size(part.text), limits.bodyMax),
        ...blank(part.text),
        ...choiceRefusals(part.choices, limits),
      ];
    }
    case 'cards':
      if (cards === null) return ['no cards here'];
      return [
        ...over('text', size(part.text), text.max),
        ...over('cards', part.cards.length, cards.max),
        ...(part.cards.length === 0 ? ['no card'] : []),
        ...part.cards.flatMap((card) => [
          ...over('title', card.title.length, cards.titleMax),
          ...over('description', card.description?.length ?? 0, cards.descriptionMax),
          ...over('card button', card.choice.label.length, cards.buttonMax),
        ]),
        ...same(
          'titles',
          part.cards.map(({ title }) => title),
        ),
        ...(part.choices.length === 0
          ? []
          : buttons === null
            ? ['no buttons here']
            : choiceRefusals(part.choices, { ...buttons, descriptionMax: 0 })),
      ];
    case 'image':
      return image === null ? ['no image here'] : over('caption', size(part.caption), image.captionMax);
    case 'receipt':
      return capabilities.receipt === null ? ['no receipt here'] : over('text', size(part.text), text.max);
    case 'ask-location':
      if (capabilities.location === null) return ['no location here'];
      return [...over('text', size(part.text), Math.min(text.max, buttons?.bodyMax ?? text.max)), ...blank(part.text)];
    case 'ask-contact':
      if (capabilities.contact === null) return ['no contact here'];
      return [...over('text', size(part.text), Math.min(text.max, buttons?.bodyMax ?? text.max)), ...blank(part.text)];
    case 'invoice':
      if (capabilities.invoice === null) return ['no invoice here'];
      return [
        ...over('text', size(part.text), capabilities.invoice.textMax),
        ...over('title', part.title.length, capabilities.invoice.titleMax),
        ...blank(part.text),
        ...blank([part.title]),
        ...unpayable(part.lines, capabilities.invoice.currencies),
      ];
  }
}

function unpayable(lines: readonly ReceiptLine[], currencies: readonly string[] | null): readonly string[] {
  const used = [...new Set(lines.map(({ total }) => total.currency))];
  const strange = used.filter((currency) => currencies !== null && !currencies.includes(currency));
  return [
    ...(used.length === 1 ? [] : [`${used.length} currencies`]),
    ...strange.map((currency) => `foreign ${currency}`),
    ...(lines.some(({ total }) => total.amount > 0) ? [] : ['nothing to pay']),
  ];
}

interface ChoiceLimits {
  readonly max: number;
  readonly labelMax: number;
  readonly descriptionMax: number;
  readonly idMaxBytes: number;
}

function choiceRefusals(choices: readonly Choice[], limits: ChoiceLimits): readonly string[] {
  return [
    ...(choices.length === 0 || choices.length > limits.max ? [`${choices.length} choices`] : []),
    ...choices.flatMap(({ id, label, description }) => [
      ...(unspaced(label) === '' || label.length > limits.labelMax || /\n/.test(label)
        ? [`label ${JSON.stringify(label)}`]
        : []),
      ...((description?.length ?? 0) > limits.descriptionMax ? ['description too long'] : []),
      ...(Buffer.byteLength(id) > limits.idMaxBytes || id === '' ? ['id too long'] : []),
    ]),
    ...same(
      'labels',
      choices.map(({ label }) => label),
    ),
    ...same(
      'ids',
      choices.map(({ id }) => id),
    ),
  ];
}

function same(what: string, all: readonly string[]): readonly string[] {
  return new Set(all).size === all.length ? [] : [`equal ${what}`];
}

function foreign(text: RichText, markup: readonly string[]): readonly string[] {
  return text.flatMap((inline) => {
    if (typeof inline === 'string') return [];
    const kind = Object.keys(inline)[0] ?? '';
    return markup.includes(kind) ? [] : [`foreign ${kind}`];
  });
}

/** How each choice of a message was shown: the label of its button, row or card, and the number of its line. */
export interface ShownChoice {
  readonly choice: Choice;
  readonly label: string | null;
  readonly number: number | null;
  /** The label in full, where it can be read in full. */
  readonly line: string | null;
}

export function shownChoices(message: Message, parts: readonly RenderedPart[]): readonly ShownChoice[] {
  const first = message.type === 'choices' || message.type === 'products' ? (message.firstNumber ?? 1) : 1;
  const all = unspaced(parts.map(readingOf).join('\n'));
  return answerables(message).map((choice, index) => {
    const line = shownLabel(choice.label, first + index);
    return {
      choice,
      label: labelShown(choice.id, parts),
      number: all.includes(unspaced(`${first + index}. ${line}`)) ? first + index : null,
      line: all.includes(unspaced(line)) ? line : null,
    };
  });
}

function labelShown(id: string, parts: readonly RenderedPart[]): string | null {
  for (const part of parts) {
    if (part.type === 'buttons' || part.type === 'list' || part.type === 'cards') {
      const pressed = part.choices.find((choice) => choice.id === id)?.label;
      if (pressed !== undefined) return pressed;
    }
    if (part.type === 'cards') {
      const card = part.cards.find(({ choice }) => choice.id === id);
      if (card !== undefined) return card.title;
    }
  }
  return null;
}
