import type { Capabilities, InvoiceLimits } from '../capabilities.ts';

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
  // Only for a bot with a payment provider: `telegramInvoices`.
  invoice: null,
  typing: true,
  // sendMessage takes no key: a part delivered twice is shown twice.
  idempotent: false,
};

/** A bot with a payment provider. */
export const telegramInvoices: InvoiceLimits = {
  // sendInvoice, `title`: 1-32 characters.
  titleMax: 32,
  // sendInvoice, `description`: 1-255 characters.
  textMax: 255,
  // core.telegram.org/bots/payments#supported-currencies. A provider may take fewer.
  currencies: [
    ...['AED', 'AFN', 'ALL', 'AMD', 'ARS', 'AUD', 'AZN', 'BAM', 'BDT', 'BGN', 'BND', 'BOB', 'BRL', 'BYN', 'CAD', 'CHF'],
    ...['CLP', 'CNY', 'COP', 'CRC', 'CZK', 'DKK', 'DOP', 'DZD', 'EGP', 'ETB', 'EUR', 'GBP', 'GEL', 'GTQ', 'HKD', 'HNL'],
    ...['HRK', 'HUF', 'IDR', 'ILS', 'INR', 'ISK', 'JMD', 'JPY', 'KES', 'KGS', 'KRW', 'KZT', 'LBP', 'LKR', 'MAD', 'MDL'],
    ...['MNT', 'MUR', 'MVR', 'MXN', 'MYR', 'MZN', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'PAB', 'PEN', 'PHP', 'PKR', 'PLN'],
    ...['PYG', 'QAR', 'RON', 'RSD', 'RUB', 'SAR', 'SEK', 'SGD', 'THB', 'TJS', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX'],
    ...['USD', 'UYU', 'UZS', 'VND', 'YER', 'ZAR'],
  ],
};
