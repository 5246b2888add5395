import type { Capabilities } from '../capabilities.ts';

/** Limits of the Bot API 10.0 (core.telegram.org/bots/api), the names are those of its methods and types. */
export const telegramCapabilities: Capabilities = {
  // sendMessage, `text`: 1-4096 characters after entities parsing, counted in UTF-16 units as MessageEntity counts.
  text: { max: 4096, unit: 'utf16', markup: ['bold', 'italic', 'code', 'link'] },
  buttons: {
    // InlineKeyboardMarkup takes 100 buttons; more than this many push the text off a phone's screen.
    max: 24,
    // InlineKeyboardButton, `text` has no limit; a phone's width cuts a label that fills its row at about this length.
    labelMax: 40,
    bodyMax: 4096,
    // InlineKeyboardButton, `callback_data`: 1-64 bytes.
    idMaxBytes: 64,
  },
  list: null,
  cards: null,
  // sendPhoto, `caption`: 0-1024 characters after entities parsing.
  image: { captionMax: 1024 },
  // sendInvoice asks for a payment; nothing shows what has been paid.
  receipt: null,
  // KeyboardButton, `request_location`: private chats only.
  location: {},
  // KeyboardButton, `request_contact`: private chats only.
  contact: {},
  // sendInvoice, `title` 1-32 and `description` 1-255 characters. Only for a bot with a payment provider.
  invoice: null,
  typing: true,
  // sendMessage takes no key: a part delivered twice is shown twice.
  idempotent: false,
};
