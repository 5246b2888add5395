import type { ListLimits } from '../capabilities.ts';
import { shorten } from '../cut.ts';
import type { Choice, ChoicesMessage } from '../message.ts';
import type { RichText } from '../rich-text.ts';
import { isPlainLabel } from '../shown-label.ts';
import { isBlank, lengthOf } from '../text-length.ts';
import type { Draft } from './draft.ts';
import { type Item, itemOfChoice, type Menu } from './item.ts';
import { areDistinct, fitLabels } from './labels.ts';
import { numberedLines } from './numbering.ts';
import { addText, paragraphs, textFor } from './text.ts';

/** Buttons or rows as they would be shown. */
interface Pressable {
  readonly type: 'buttons' | 'list';
  readonly limits: ListLimits;
  readonly choices: readonly Choice[];
  readonly numbered: boolean;
  /** Up to this item the text must tell what the buttons or rows have no room for; 0 when they say all. */
  readonly untold: number;
}

/** Appends choices; the common few that need nothing done to them go as they are. */
export function addChoices(draft: Draft, message: ChoicesMessage, text: RichText): void {
  const { choices, firstNumber: first = 1 } = message;
  if (areButtonsAsTheyAre(draft, choices, text)) draft.parts.push({ type: 'buttons', text, choices });
  else addMenu(draft, { text, first, items: choices.map((choice, index) => itemOfChoice(choice, first + index)) });
}

function areButtonsAsTheyAre(draft: Draft, choices: readonly Choice[], text: RichText): boolean {
  const { buttons, text: limits } = draft.capabilities;
  if (buttons === null || choices.length === 0 || choices.length > buttons.max) return false;
  if (isBlank(text) || lengthOf(text, limits.unit) > buttons.bodyMax) return false;
  return (
    choices.every(
      ({ label, description }) => !description && label.length <= buttons.labelMax && isPlainLabel(label),
    ) &&
    idsFit(choices, buttons.idMaxBytes) &&
    areDistinct(choices.map(({ label }) => label))
  );
}

/** Appends a menu: buttons when they say all, else a list when that does, else either with a text that says the rest, else numbers. */
export function addMenu(draft: Draft, menu: Menu): void {
  if (menu.items.length === 0) {
    addText(draft, menu.text);
    return;
  }
  const pressable = pressableFor(draft, menu);
  if (pressable === null) {
    addNumbered(draft, menu);
    return;
  }
  noteLosses(draft, menu, pressable);
  const { type, choices, limits } = pressable;
  const text = textFor(draft, textAbove(menu, pressable), { max: limits.bodyMax, instead: [draft.words.choose] });
  draft.parts.push({ type, text, choices });
}

export function pressableFor(draft: Draft, menu: Menu): Pressable | null {
  const { buttons, list } = draft.capabilities;
  const onButtons = buttons && layOut(draft, menu, { type: 'buttons', limits: { ...buttons, descriptionMax: 0 } });
  if (onButtons?.untold === 0) return onButtons;
  const onList = list && layOut(draft, menu, { type: 'list', limits: list });
  if (onList?.untold === 0) return onList;
  return onButtons ?? onList;
}

function addNumbered(draft: Draft, menu: Menu): void {
  draft.losses.push({ kind: 'numbered', choices: menu.items.length });
  const heading = isBlank(menu.text) && menu.told === undefined ? [draft.words.choose] : menu.text;
  addText(draft, paragraphs(heading, numberedLines(menu, menu.items.length)));
}

type Room = Pick<Pressable, 'type' | 'limits'>;

function layOut(draft: Draft, menu: Menu, room: Room): Pressable | null {
  const { items, first } = menu;
  if (items.length > room.limits.max || !idsFit(items, room.limits.idMaxBytes)) return null;
  if (lengthOf([draft.words.choose], draft.capabilities.text.unit) > room.limits.bodyMax) return null;
  const fitted = fitLabels(
    items.map((item) => item.label),
    room.limits.labelMax,
    first,
  );
  if (fitted === null) return null;
  const choices = items.map((item, index) => choiceOf(item, fitted.labels[index] ?? item.label, room));
  const untold = lastUntold(menu, choices);
  return { ...room, choices, numbered: fitted.numbered, untold };
}

function idsFit(items: readonly { readonly id: string }[], maxBytes: number): boolean {
  return items.every(({ id }) => id !== '' && idFits(id, maxBytes)) && areDistinct(items.map((item) => item.id));
}

export function idFits(id: string, maxBytes: number): boolean {
  // UTF-8 takes at most three bytes for a UTF-16 unit.
  return id.length * 3 <= maxBytes || Buffer.byteLength(id) <= maxBytes;
}

function choiceOf(item: Item, label: string, room: Room): Choice {
  const { descriptionMax } = room.limits;
  if (item.description === '' || descriptionMax === 0) return { id: item.id, label };
  return { id: item.id, label, description: shorten(item.description, descriptionMax) };
}

function lastUntold({ items, told = 0 }: Menu, choices: readonly Choice[]): number {
  const last = items.findLastIndex((item, index) => !saysAll(item, choices[index])) + 1;
  return last > told ? last : 0;
}

function saysAll(item: Item, shown: Choice | undefined): boolean {
  if (shown === undefined || !item.described) return false;
  return shown.label.endsWith(item.label) && (shown.description ?? '') === item.description;
}

function textAbove(menu: Menu, pressable: Pressable): RichText {
  if (pressable.untold === 0) return menu.text;
  return paragraphs(menu.text, numberedLines(menu, pressable.untold));
}

function noteLosses(draft: Draft, menu: Menu, pressable: Pressable): void {
  const { losses } = draft;
  const choices = menu.items.length;
  if (pressable.type === 'list') losses.push({ kind: 'listed', choices });
  if (pressable.numbered) losses.push({ kind: 'labels-numbered', choices });
  if (pressable.untold > 0) losses.push({ kind: 'described-in-text', choices: pressable.untold - (menu.told ?? 0) });
  menu.items.forEach(({ label }, index) => {
    const shown = pressable.choices[index]?.label ?? '';
    if (!shown.endsWith(label)) losses.push({ kind: 'shortened', label, shown });
  });
}
