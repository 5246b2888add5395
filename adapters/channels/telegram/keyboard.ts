import type { InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import type { Choice } from '../../../src/channel/message.ts';

export type Rows = readonly (readonly InlineKeyboardButton[])[];
/** grammY's types want arrays that may be changed. */
export type InlineRows = InlineKeyboardButton[][];

/** Buttons in a row at most: telegram.constants of Bot API 10.0. */
const rowMax = 8;
/** Characters that a narrow phone shows side by side; every button of a row is as wide as its widest. */
const rowWidth = 30;

/** Short labels side by side, long ones below each other, in the order given. */
export function buttonRows(choices: readonly Choice[]): InlineRows {
  const rows: InlineRows = [];
  let row: InlineKeyboardButton[] = [];
  for (const button of choices.map(toButton)) {
    if (row.length > 0 && !fits([...row, button])) {
      rows.push(row);
      row = [];
    }
    row.push(button);
  }
  return row.length > 0 ? [...rows, row] : rows;
}

export function listRows(choices: readonly Choice[]): InlineRows {
  return choices.map((choice) => [toButton(choice)]);
}

function fits(row: readonly InlineKeyboardButton[]): boolean {
  const widest = Math.max(...row.map((button) => button.text.length));
  return row.length <= rowMax && (widest + 2) * row.length <= rowWidth;
}

function toButton(choice: Choice): InlineKeyboardButton {
  return { text: choice.label.toWellFormed(), callback_data: choice.id };
}

const mark = '✓ ';

/** The same buttons with the picked one marked, or `null` when nothing changes. */
export function markPicked(rows: Rows, data: string): InlineRows | null {
  const marked = rows.map((row) => row.map((button) => withMark(button, dataOf(button) === data)));
  return JSON.stringify(marked) === JSON.stringify(rows) ? null : marked;
}

function withMark(button: InlineKeyboardButton, picked: boolean): InlineKeyboardButton {
  const text = unmarked(button.text);
  return { ...button, text: picked ? `${mark}${text}` : text };
}

export function unmarked(label: string): string {
  return label.startsWith(mark) ? label.slice(mark.length) : label;
}

function dataOf(button: InlineKeyboardButton): string | null {
  return 'callback_data' in button ? button.callback_data : null;
}

/** One button that sends the shopper's place or number; pressed, it goes away. */
export function requestKeyboard(asked: 'location' | 'contact', label: string): ReplyKeyboardMarkup {
  const button = asked === 'location' ? { request_location: true } : { request_contact: true };
  return { keyboard: [[{ text: label, ...button } as KeyboardButton]], resize_keyboard: true, one_time_keyboard: true };
}
