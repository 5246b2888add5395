import { formatMoney } from '../../catalog/format-money.ts';
import type { Choice, ProductCard, ProductsMessage } from '../message.ts';
import type { RichText } from '../rich-text.ts';
import { onOneLine, shownLabel } from '../shown-label.ts';
import { isBlankString } from '../text-length.ts';
import type { Draft } from './draft.ts';
import { lines } from './text.ts';

/** Something to be picked, as it would be shown with all the room in the world. */
export interface Item {
  readonly id: string;
  readonly label: string;
  /** Empty when there is none. */
  readonly description: string;
  /** All that is to be known of it, in full, without its number. */
  readonly line: () => RichText;
  /** The description says all that `line` says beside the label. */
  readonly described: boolean;
}

/** Items to pick from, under a text. */
export interface Menu {
  readonly text: RichText;
  readonly items: readonly Item[];
  /** The number of the first item. */
  readonly first: number;
  /** So many of the items, from the first, have been told in full by parts before: only what presses them is wanted. */
  readonly told?: number;
}

/** `number` names a choice that came without a label. */
export function itemOfChoice(choice: Choice, number: number): Item {
  const label = shownLabel(choice.label, number);
  const description = choice.description === undefined ? '' : onOneLine(choice.description);
  const line = (): RichText => [description === '' ? label : `${label} — ${description}`];
  return { id: choice.id, label, description, line, described: true };
}

export function itemsOfProducts(draft: Draft, message: ProductsMessage): readonly Item[] {
  const first = message.firstNumber ?? 1;
  return [
    ...message.products.map((card, index) => itemOfProduct(draft, card, first + index)),
    ...message.choices.map((choice, index) => itemOfChoice(choice, first + message.products.length + index)),
  ];
}

function itemOfProduct(draft: Draft, card: ProductCard, number: number): Item {
  const label = shownLabel(card.title, number);
  const description = priceAndStock(draft, card);
  const more = card.description ?? '';
  const line = (): RichText => productLine(draft, label, { description, more });
  return { id: card.choice.id, label, description, line, described: isBlankString(more) };
}

function productLine(
  draft: Draft,
  title: string,
  told: { readonly description: string; readonly more: string },
): RichText {
  const bold = draft.capabilities.text.markup.includes('bold');
  const head: RichText = [bold ? { bold: [title] } : title, ` — ${told.description}`];
  return isBlankString(told.more) ? head : lines([head, [told.more]]);
}

function priceAndStock(draft: Draft, card: ProductCard): string {
  const { locale, words } = draft;
  const price = formatMoney(card.price, locale);
  const was =
    card.was === undefined
      ? ''
      : ` (${words.was.replace('{price}', () => formatMoney(card.was ?? card.price, locale))})`;
  return `${price}${was}${card.inStock ? '' : ` · ${words.outOfStock}`}`;
}
