import type { CardLimits } from '../capabilities.ts';
import { shorten } from '../cut.ts';
import type { Choice, ProductCard, ProductsMessage } from '../message.ts';
import { shownLabel } from '../shown-label.ts';
import { addMenu, idFits, pressableFor } from './choices.ts';
import type { Draft } from './draft.ts';
import type { Menu } from './item.ts';
import { fitLabels } from './labels.ts';
import { numberedLines } from './numbering.ts';
import { paragraphs, textFor } from './text.ts';

export function cardsFit(draft: Draft, message: ProductsMessage): boolean {
  const { cards, buttons } = draft.capabilities;
  const first = message.firstNumber ?? 1;
  if (cards === null || fittedTitles(withLabels(message.products, first), cards, first) === null) return false;
  const idMaxBytes = buttons?.idMaxBytes ?? Number.POSITIVE_INFINITY;
  return message.products.every(({ choice }) => choice.id !== '' && idFits(choice.id, idMaxBytes));
}

/** Appends cards, as many parts as they need, the choices under the last; where those fit nowhere, they follow. */
export function addCards(draft: Draft, message: ProductsMessage, menu: Menu): void {
  const limits = draft.capabilities.cards;
  if (limits === null) return;
  const products = withLabels(message.products, menu.first);
  const cards = fittedCards(products, limits, menu.first);
  noteShortened(draft, products, cards);
  const told = products.length;
  const under = choicesUnder(draft, { ...menu, told }, told);
  addCardParts(draft, { cards, limits, menu: withUntold(menu, products, cards), under: under ?? [] });
  if (under === null) addMenu(draft, { ...menu, text: [], told });
}

/** Titles and buttons that can be seen, whatever the catalogue holds. */
function withLabels(products: readonly ProductCard[], first: number): readonly ProductCard[] {
  return products.map((card, index) => ({
    ...card,
    title: shownLabel(card.title, first + index),
    choice: { ...card.choice, label: shownLabel(card.choice.label, first + index) },
  }));
}

interface CardParts {
  readonly cards: readonly ProductCard[];
  readonly limits: CardLimits;
  readonly menu: Menu;
  readonly under: readonly Choice[];
}

function addCardParts(draft: Draft, { cards, limits, menu, under }: CardParts): void {
  const text = textFor(draft, menu.text, { max: draft.capabilities.text.max, instead: [] });
  for (let at = 0; at < cards.length; at += limits.max) {
    const last = at + limits.max >= cards.length;
    draft.parts.push({
      type: 'cards',
      text: at === 0 ? text : [],
      cards: cards.slice(at, at + limits.max),
      choices: last ? under : [],
    });
  }
}

/** The choices as buttons under the cards; `null` when they need more room than that. */
function choicesUnder(draft: Draft, menu: Menu, products: number): readonly Choice[] | null {
  const choices: Menu = { ...menu, items: menu.items.slice(products), first: menu.first + products, told: 0 };
  if (choices.items.length === 0) return [];
  const pressable = pressableFor(draft, choices);
  return pressable?.type === 'buttons' && pressable.untold === 0 ? pressable.choices : null;
}

/** What cards have no room for is told above them. */
function withUntold(menu: Menu, products: readonly ProductCard[], cards: readonly ProductCard[]): Menu {
  const untold = products.findLastIndex((product, index) => !saysAll(product, cards[index])) + 1;
  return untold === 0 ? menu : { ...menu, text: paragraphs(menu.text, numberedLines(menu, untold)) };
}

function saysAll(product: ProductCard, shown: ProductCard | undefined): boolean {
  return shown?.title.endsWith(product.title) === true && shown.description === product.description;
}

function fittedTitles(products: readonly ProductCard[], limits: CardLimits, first: number): readonly string[] | null {
  return (
    fitLabels(
      products.map((card) => card.title),
      limits.titleMax,
      first,
    )?.labels ?? null
  );
}

function fittedCards(products: readonly ProductCard[], limits: CardLimits, first: number): readonly ProductCard[] {
  const titles = fittedTitles(products, limits, first);
  return products.map((card, index) => fittedCard(card, titles?.[index] ?? card.title, limits));
}

function fittedCard(card: ProductCard, title: string, limits: CardLimits): ProductCard {
  const label = shorten(card.choice.label, limits.buttonMax);
  const { description, ...rest } = card;
  const fitted = { ...rest, title, choice: { ...card.choice, label } };
  if (description === undefined || limits.descriptionMax === 0) return fitted;
  return { ...fitted, description: shorten(description, limits.descriptionMax) };
}

function noteShortened(draft: Draft, products: readonly ProductCard[], cards: readonly ProductCard[]): void {
  products.forEach(({ title, choice }, index) => {
    const shown = cards[index];
    if (shown === undefined) return;
    if (!shown.title.endsWith(title)) draft.losses.push({ kind: 'shortened', label: title, shown: shown.title });
    if (shown.choice.label !== choice.label)
      draft.losses.push({ kind: 'shortened', label: choice.label, shown: shown.choice.label });
  });
}
