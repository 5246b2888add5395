import type { Message } from 'grammy/types';
import { badRequest } from './api-error.ts';
import type { Parameters } from './parameters.ts';
import { type ServerState, sendAsBot } from './server-state.ts';

/** Of the currencies that tests use: digits, and the least and most that Telegram takes (core.telegram.org/bots/payments/currencies.json). */
const currencies: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  USD: { least: 100, most: 1_000_000 },
  EUR: { least: 80, most: 900_000 },
  JPY: { least: 150, most: 1_500_000 },
  HUF: { least: 30_000, most: 400_000_000 },
};

interface Price {
  readonly label: string;
  readonly amount: number;
}

export function sendInvoice(state: ServerState, request: Parameters): Message {
  const chat = state.chats.forBot(request.integer('chat_id'));
  const title = within(request, 'title', 32);
  const description = within(request, 'description', 255);
  const payload = request.text('payload') ?? '';
  if (payload === '' || Buffer.byteLength(payload) > 128) throw badRequest('INVOICE_PAYLOAD_INVALID');
  if (!/^\d+:TEST:[\w-]+$/u.test(request.text('provider_token') ?? '')) throw badRequest('PAYMENT_PROVIDER_INVALID');
  const currency = request.text('currency') ?? '';
  const total_amount = total(readPrices(request.json('prices')), currency);
  state.flood.count(chat.chat.id);
  const start_parameter = request.text('start_parameter') ?? '';
  const message = sendAsBot(state, chat, {
    invoice: { title, description, start_parameter, currency, total_amount },
    reply_markup: { inline_keyboard: [[{ text: 'Pay', pay: true }]] },
  });
  state.payloads.set(`${chat.chat.id}:${message.message_id}`, payload);
  return message;
}

function within(request: Parameters, name: 'title' | 'description', max: number): string {
  const text = (request.text(name) ?? '').trim();
  if (text === '') throw badRequest(`${name} is empty`);
  if (text.length > max) throw badRequest(`invoice ${name} is too long`);
  if (/\p{Surrogate}/u.test(text)) throw badRequest('strings must be encoded in UTF-8');
  return text;
}

function readPrices(prices: unknown): readonly Price[] {
  if (!Array.isArray(prices) || prices.length === 0) throw badRequest("can't parse prices JSON object");
  for (const { label, amount } of prices) {
    if (typeof label !== 'string' || label.trim() === '') throw badRequest('LABELED_PRICE_LABEL_EMPTY');
    if (!Number.isSafeInteger(amount)) throw badRequest('field "amount" must be an integer');
  }
  return prices as readonly Price[];
}

function total(prices: readonly Price[], currency: string): number {
  const known = currencies[currency];
  if (!known) throw badRequest('CURRENCY_INVALID');
  const amount = prices.reduce((sum, price) => sum + price.amount, 0);
  if (amount < known.least || amount > known.most) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
  return amount;
}
