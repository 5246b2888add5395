import type { Choice } from '../../../src/channel/message.ts';
import type { RichText } from '../../../src/channel/rich-text.ts';
import { type Card, type Element, line, submit, textBlocks } from './card.ts';

export function buttonsCard(text: RichText, choices: readonly Choice[]): Card {
  return { body: textBlocks(text), actions: choices.map(submit) };
}

/** Rows, each of them a button: more choices than Teams shows buttons. */
export function listCard(text: RichText, choices: readonly Choice[]): Card {
  return { body: [...textBlocks(text), ...choices.map(row)], actions: [] };
}

function row(choice: Choice): Element {
  const words = [line(choice.label, { weight: 'Bolder' })];
  const about = choice.description ? [line(choice.description, { isSubtle: true, size: 'Small' })] : [];
  const arrow = {
    type: 'Column',
    width: 'auto',
    verticalContentAlignment: 'Center',
    items: [line('›', { isSubtle: true })],
  };
  const columns = [{ type: 'Column', width: 'stretch', items: [...words, ...about] }, arrow];
  return { type: 'ColumnSet', style: 'emphasis', spacing: 'Small', selectAction: submit(choice), columns };
}
