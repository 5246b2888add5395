import { formatMoney } from '../../../../src/catalog/format-money.ts';
import type { ChannelId } from '../../../../src/channel/ids.ts';
import type { ProductCard } from '../../../../src/channel/message.ts';
import type { RenderedPart } from '../../../../src/channel/rendered-part.ts';
import type { RichText } from '../../../../src/channel/rich-text.ts';
import { isBlank } from '../../../../src/channel/text-length.ts';
import { type Span, spansByLine } from '../spans.ts';
import { box, frameColumns } from './box.ts';
import { buttonsInRows, menuRows, type Pressable, requestButton, stackedButtons } from './buttons.ts';
import { dim, keyColumns, type Line, plain, type Row, words, wrapped } from './line.ts';
import { type Shape, shapes } from './shape.ts';
import { lineRows, sumOf, totalRows } from './sums.ts';

/** Wider bubbles are on no phone. */
const widestBubble = 60;

export interface DrawAs {
  readonly channel: ChannelId;
  /** BCP 47, for prices. */
  readonly locale: string;
  /** Columns, the key's own among them. */
  readonly width: number;
  /** What is typed to press this choice. */
  readonly keyOf: (choiceId: string) => string;
}

/** A part in the shape that this channel gives it. */
export function drawAs(part: RenderedPart, options: DrawAs): readonly Line[] {
  const draft = draftOf(options);
  switch (part.type) {
    case 'text':
      return bubble(draft, part.text);
    case 'buttons':
      return withButtons(draft, part.text, pressables(draft, part.choices));
    case 'list':
      return withList(draft, part.text, pressables(draft, part.choices));
    case 'cards':
      return cards(draft, part);
    case 'image':
      return picture(draft, part);
    case 'receipt':
      return receipt(draft, part);
    case 'ask-location':
      return [...bubble(draft, part.text), ...requestButton('Send location', draft.width)];
    case 'ask-contact':
      return [...bubble(draft, part.text), ...requestButton('Share phone number', draft.width)];
    case 'invoice':
      return invoice(draft, part);
  }
}

interface Draft extends DrawAs {
  readonly shape: Shape;
  /** Columns within a frame. */
  readonly room: number;
}

type Of<Type extends RenderedPart['type']> = Extract<RenderedPart, { readonly type: Type }>;

function draftOf(options: DrawAs): Draft {
  const width = Math.min(options.width - keyColumns, widestBubble + frameColumns);
  return { ...options, width, room: width - frameColumns, shape: shapes[options.channel] };
}

function pressables({ keyOf }: Draft, choices: readonly Pressable['choice'][]): readonly Pressable[] {
  return choices.map((choice) => ({ choice, key: keyOf(choice.id) }));
}

/** As it is written: no line is laid out anew, for a platform would not do so either. */
function textLines({ room }: Draft, text: RichText): readonly Line[] {
  if (isBlank(text)) return [];
  return plain(spansByLine(text).flatMap((spans) => wrapped(spans, room)));
}

function bubble(draft: Draft, text: RichText): readonly Line[] {
  const lines = textLines(draft, text);
  return lines.length === 0 ? [] : box([lines], draft.shape);
}

function withButtons(draft: Draft, text: RichText, choices: readonly Pressable[]): readonly Line[] {
  const { shape, width, room } = draft;
  switch (shape.buttons) {
    case 'in-card':
      return box([textLines(draft, text), stackedButtons(choices, room)], shape);
    case 'stacked':
      return [...bubble(draft, text), ...stackedButtons(choices, width)];
    case 'side-by-side':
      return [...bubble(draft, text), ...buttonsInRows(choices, width)];
  }
}

function withList(draft: Draft, text: RichText, choices: readonly Pressable[]): readonly Line[] {
  const { shape, room, width } = draft;
  const rows = menuRows(choices, room);
  if (shape.buttons === 'in-card') return box([textLines(draft, text), rows], shape);
  if (shape.list === 'open') return [...bubble(draft, text), ...box([rows], shape)];
  return [...bubble(draft, text), ...requestButton('≡ Choose', width), ...box([rows], { ...shape, title: 'Choose' })];
}

function cards(draft: Draft, part: Of<'cards'>): readonly Line[] {
  const { shape, width } = draft;
  if (shape.list === 'opens') return catalogueProducts(draft, part);
  const under = pressables(draft, part.choices);
  return [
    ...bubble(draft, part.text),
    ...part.cards.flatMap((card) => box(cardSections(draft, card), shape)),
    ...(shape.buttons === 'side-by-side' ? buttonsInRows(under, width) : stackedButtons(under, width)),
  ];
}

/** Products out of WhatsApp's own catalogue cannot be pressed: a menu follows to pick them by. */
function catalogueProducts(draft: Draft, { text, cards: shown, choices }: Of<'cards'>): readonly Line[] {
  const all = [...shown.map(({ choice, title }) => ({ id: choice.id, label: title })), ...choices];
  const products = shown.map((card) => cardSections(draft, card)[1] ?? []);
  return [
    ...box([textLines(draft, text), ...products], { ...draft.shape, title: 'catalogue' }),
    ...withList(draft, [], pressables(draft, all)),
  ];
}

function cardSections(draft: Draft, card: ProductCard): readonly (readonly Line[])[] {
  const { room, keyOf } = draft;
  const about = card.description === undefined ? [] : wrapped([words(card.description)], room);
  const facts = [
    ...wrapped([words(card.title, { bold: true })], room),
    ...about,
    ...wrapped(priceSpans(draft, card), room),
  ];
  return [
    card.image === undefined ? [] : plain(wrapped([dim('▒ '), words(card.image, { dim: true })], room)),
    plain(facts),
    stackedButtons([{ choice: card.choice, key: keyOf(card.choice.id) }], room),
  ];
}

function priceSpans({ locale }: Draft, { price, was, inStock }: ProductCard): Row {
  const spans: Span[] = [words(formatMoney(price, locale))];
  if (was !== undefined) spans.push(dim(` was ${formatMoney(was, locale)}`));
  if (!inStock) spans.push({ text: ' · out of stock', bold: true });
  return spans;
}

function picture(draft: Draft, { url, alt, caption }: Of<'image'>): readonly Line[] {
  const shown = [words(alt), words(url, { dim: true })].filter(({ text }) => text !== '');
  const rows = shown.flatMap((span) => wrapped([span], draft.room));
  return box([plain(rows), textLines(draft, caption)], { ...draft.shape, title: '▒ picture' });
}

function receipt(draft: Draft, { text, lines, totals }: Of<'receipt'>): readonly Line[] {
  const room = { width: draft.room, locale: draft.locale };
  const sections = [textLines(draft, text), lineRows(lines, room), totalRows(totals, room)];
  return box(sections, { ...draft.shape, title: 'receipt' });
}

function invoice(draft: Draft, { text, title, lines }: Of<'invoice'>): readonly Line[] {
  const room = { width: draft.room, locale: draft.locale };
  const total = sumOf(lines);
  const pay = total === null ? 'Pay' : `Pay ${formatMoney(total, draft.locale)}`;
  const head = plain(wrapped([words(title, { bold: true })], draft.room));
  return box([head, textLines(draft, text), lineRows(lines, room), requestButton(pay, draft.room)], {
    ...draft.shape,
    title: 'invoice',
  });
}
