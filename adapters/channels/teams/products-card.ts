import { formatMoney } from '../../../src/catalog/format-money.ts';
import { englishDegradeWords } from '../../../src/channel/degrading/words.ts';
import type { Choice, ProductCard } from '../../../src/channel/message.ts';
import type { RichText } from '../../../src/channel/rich-text.ts';
import { type Card, type Element, line, submit, textBlocks } from './card.ts';

export interface Products {
  readonly text: RichText;
  readonly cards: readonly ProductCard[];
  readonly choices: readonly Choice[];
}

export interface Shown {
  readonly locale: string;
  /** The address at which Teams finds a picture; `null` when it would not. */
  readonly pictureAddress: (picture: string) => string | null;
}

/**
 * One card with a row a product: all of them are seen at once, where a carousel hides all but two, and what can be chosen
 * beside stands under them.
 */
export function productsCard({ text, cards, choices }: Products, shown: Shown): Card {
  const rows = cards.map((card, index) => productRow(card, index === 0 && text.length === 0, shown));
  return { body: [...textBlocks(text), ...rows], actions: choices.map(submit) };
}

function productRow(card: ProductCard, isTop: boolean, shown: Shown): Element {
  const words = { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: wordsOf(card, shown) };
  const button = { type: 'ActionSet', actions: [submit(card.choice)] };
  const pick = { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [button] };
  const columns = [...pictureColumn(card, shown), words, pick];
  return { type: 'ColumnSet', spacing: 'Medium', separator: !isTop, columns };
}

function pictureColumn({ image, title }: ProductCard, { pictureAddress }: Shown): readonly Element[] {
  const url = image === undefined ? null : pictureAddress(image);
  if (url === null) return [];
  const picture = { type: 'Image', url, altText: title.toWellFormed(), width: '88px' };
  return [{ type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [picture] }];
}

function wordsOf(card: ProductCard, { locale }: Shown): readonly Element[] {
  const about = card.description ? [line(card.description, { isSubtle: true, size: 'Small' })] : [];
  return [line(card.title, { weight: 'Bolder' }), ...about, priceLine(card, locale)];
}

function priceLine({ price, was, inStock }: ProductCard, locale: string): Element {
  const before = was
    ? [' ', { type: 'TextRun', text: formatMoney(was, locale), strikethrough: true, isSubtle: true }]
    : [];
  const stock = inStock ? [] : [{ type: 'TextRun', text: ` · ${englishDegradeWords.outOfStock}`, color: 'Attention' }];
  const now = { type: 'TextRun', text: formatMoney(price, locale), weight: 'Bolder', color: 'Accent' };
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [now, ...before, ...stock] };
}
