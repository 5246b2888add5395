import type { Api } from 'grammy';
import type { InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { plainText, type RichText } from '../../../src/channel/rich-text.ts';
import { failureOf } from './failure.ts';
import { isBlank, toHtml } from './html.ts';
import { billFor } from './invoice.ts';
import { buttonRows, type InlineRows, listRows, requestKeyboard } from './keyboard.ts';
import { type OpenPicture, photoFor } from './picture.ts';

export interface Screen {
  readonly api: Api;
  readonly openPicture: OpenPicture;
  /** The words on the buttons that send a place and a number. */
  readonly share: { readonly location: string; readonly contact: string };
  /** The payment provider's, from BotFather. */
  readonly paymentToken: string | null;
  /** Private chats in which such a button is still open. */
  readonly asked: Set<number>;
}

type Part<Type extends RenderedPart['type']> = Extract<RenderedPart, { type: Type }>;

/** Sends one part. `null` for a part that Telegram has nothing for (its capabilities name none such); throws grammY's errors. */
export async function showPart(screen: Screen, chat: number, part: RenderedPart): Promise<Message | null> {
  switch (part.type) {
    case 'text':
      return showText(screen, chat, part.text);
    case 'buttons':
      return showMenu(screen, chat, { text: part.text, rows: buttonRows(part.choices) });
    case 'list':
      return showMenu(screen, chat, { text: part.text, rows: listRows(part.choices) });
    case 'image':
      return showImage(screen, chat, part);
    case 'ask-location':
      return ask(screen, chat, { asked: 'location', text: part.text });
    case 'ask-contact':
      return ask(screen, chat, { asked: 'contact', text: part.text });
    case 'invoice':
      return showInvoice(screen, chat, part);
    case 'cards':
    case 'receipt':
      return null;
  }
}

async function showText(screen: Screen, chat: number, text: RichText): Promise<Message> {
  if (!screen.asked.has(chat)) return send(screen, chat, { text });
  const sent = await send(screen, chat, { text, markup: { remove_keyboard: true } });
  screen.asked.delete(chat);
  return sent;
}

/** Telegram shows no buttons without words. */
const pointer = '👇';

function showMenu(screen: Screen, chat: number, menu: { text: RichText; rows: InlineRows }): Promise<Message> {
  const text = isBlank(plainText(menu.text)) ? [pointer] : menu.text;
  return send(screen, chat, { text, markup: { inline_keyboard: menu.rows } });
}

interface Sent {
  readonly text: RichText;
  readonly markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;
}

function send({ api }: Screen, chat: number, { text, markup }: Sent): Promise<Message> {
  return api.sendMessage(chat, toHtml(text), {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(markup ? { reply_markup: markup } : {}),
  });
}

/** The words come though the picture cannot: a shop's dead link must not silence it. */
async function showImage(screen: Screen, chat: number, part: Part<'image'>): Promise<Message> {
  const photo = await photoFor(part.url, screen.openPicture);
  const sent = photo === null ? null : await sendPhoto(screen, chat, { photo, caption: part.caption });
  return sent ?? send(screen, chat, { text: wordsFor(part) });
}

function wordsFor({ caption, alt }: Part<'image'>): RichText {
  return isBlank(plainText(caption)) ? [alt] : caption;
}

type Photo = { readonly photo: NonNullable<Awaited<ReturnType<typeof photoFor>>>; readonly caption: RichText };

async function sendPhoto({ api }: Screen, chat: number, { photo, caption }: Photo): Promise<Message | null> {
  try {
    return await api.sendPhoto(chat, photo, { caption: toHtml(caption), parse_mode: 'HTML' });
  } catch (error) {
    if (isPicturesFault(error)) return null;
    throw error;
  }
}

const pictureFaults = /http url|web page content|file identifier|image_process|photo_|wrong type|wrong file|webpage_/iu;

function isPicturesFault(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'refused' && pictureFaults.test(failure.reason);
}

interface Asking {
  readonly asked: 'location' | 'contact';
  readonly text: RichText;
}

/** Only a private chat has the button (https://core.telegram.org/bots/api#keyboardbutton); in a group it is typed. */
async function ask(screen: Screen, chat: number, { asked, text }: Asking): Promise<Message> {
  if (chat < 0) return send(screen, chat, { text });
  const sent = await send(screen, chat, { text, markup: requestKeyboard(asked, screen.share[asked]) });
  screen.asked.add(chat);
  return sent;
}

async function showInvoice(
  { api, paymentToken }: Screen,
  chat: number,
  part: Part<'invoice'>,
): Promise<Message | null> {
  const bill = paymentToken === null ? null : billFor(part);
  if (paymentToken === null || bill === null) return null;
  const { title, description, payload, currency, prices } = bill;
  return api.sendInvoice(chat, title, description, payload, currency, [...prices], {
    provider_token: paymentToken,
    // Without it a forwarded copy could be paid by anybody.
    start_parameter: 'invoice',
  });
}
