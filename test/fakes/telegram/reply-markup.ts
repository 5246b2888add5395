import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './api-error.ts';

export type Markup =
  | { readonly kind: 'none' }
  | { readonly kind: 'inline'; readonly inline: InlineKeyboardMarkup }
  /** A reply keyboard, its removal or a forced reply: shown once, never part of the message. */
  | { readonly kind: 'reply'; readonly reply: object };

type Fields = Readonly<Record<string, unknown>>;

/** Limits: https://core.telegram.org/bots/api#inlinekeyboardbutton and telegram.constants of Bot API 10.0. */
const limits = { buttons: 100, perRow: 8, dataBytes: 64 };

export function readMarkup(value: unknown, chat: number): Markup {
  if (value === null) return { kind: 'none' };
  if (!isFields(value)) throw badRequest('object expected as reply markup');
  if ('inline_keyboard' in value) return { kind: 'inline', inline: readInline(value['inline_keyboard']) };
  if ('keyboard' in value) return { kind: 'reply', reply: readReplyKeyboard(value, chat) };
  if (value['remove_keyboard'] === true || value['force_reply'] === true) return { kind: 'reply', reply: value };
  throw badRequest("can't parse reply keyboard markup JSON object");
}

function readInline(rows: unknown): InlineKeyboardMarkup {
  const keyboard = readRows(rows, 'inline keyboard').filter((row) => row.length > 0);
  for (const button of keyboard.flat()) checkInlineButton(button);
  return { inline_keyboard: keyboard as unknown as InlineKeyboardMarkup['inline_keyboard'] };
}

function readRows(rows: unknown, what: string): readonly (readonly Fields[])[] {
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row) && row.every(isFields))) {
    throw badRequest(`can't parse ${what}: an Array of Array of buttons expected`);
  }
  if (rows.flat().length > limits.buttons || rows.some((row) => row.length > limits.perRow)) {
    throw badRequest('reply markup is too long');
  }
  return rows;
}

const actions = [
  'url',
  'login_url',
  'web_app',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'copy_text',
  'pay',
];

function checkInlineButton(button: Fields): void {
  if (typeof button['text'] !== 'string' || button['text'].trim() === '') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be a non-empty String');
  }
  const data = button['callback_data'];
  if (data === undefined || data === '') {
    if (actions.some((action) => action in button)) return;
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (typeof data !== 'string' || Buffer.byteLength(data) > limits.dataBytes) throw badRequest('BUTTON_DATA_INVALID');
}

/** https://core.telegram.org/bots/api#keyboardbutton */
const privateOnly = { request_location: 'location', request_contact: 'phone number' };

function readReplyKeyboard(markup: Fields, chat: number): object {
  const buttons = readRows(markup['keyboard'], 'keyboard').flat();
  if (buttons.some((button) => typeof button['text'] !== 'string' || button['text'] === '')) {
    throw badRequest('can\'t parse keyboard button: Field "text" must be a non-empty String');
  }
  for (const [asked, words] of Object.entries(privateOnly)) {
    if (chat < 0 && buttons.some((button) => button[asked] === true)) {
      throw badRequest(`${words} can be requested in private chats only`);
    }
  }
  return markup;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
