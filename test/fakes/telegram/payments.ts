import type { Update } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { addMessage } from './chats.ts';
import type { Checkout } from './checkouts.ts';
import type { Parameters } from './parameters.ts';
import type { ServerState } from './server-state.ts';

/** The person presses "Pay" and confirms: the bot is asked first. The checkout's id. */
export function askCheckout(state: ServerState, chat: number, messageId: number): string {
  const invoice = state.chats.open(chat).messages.get(messageId);
  const payload = state.payloads.get(`${chat}:${messageId}`);
  if (!invoice?.invoice || payload === undefined) throw new Error(`message ${messageId} in chat ${chat} is no invoice`);
  const id = `${8_000_000_000_000 + state.checkouts.size}`;
  const { currency, total_amount } = invoice.invoice;
  const query = { id, from: state.chats.person(chat), currency, total_amount, invoice_payload: payload };
  state.checkouts.set(id, { query, chat, invoice, outcome: null });
  tell(state, { pre_checkout_query: query });
  return id;
}

/** https://core.telegram.org/bots/api#answerprecheckoutquery */
export function answerPreCheckoutQuery(state: ServerState, request: Parameters): true {
  const checkout = state.checkouts.get(request.text('pre_checkout_query_id') ?? '');
  if (!checkout || checkout.outcome) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const ok = request.flag('ok');
  const words = request.text('error_message');
  if (!ok && (words === null || words.trim() === '')) throw badRequest('error message is empty');
  checkout.outcome = { ok, words };
  if (ok) takeMoney(state, checkout);
  return true;
}

function takeMoney(state: ServerState, { query, chat }: Checkout): void {
  const { id, currency, total_amount, invoice_payload } = query;
  const successful_payment = {
    ...{ currency, total_amount, invoice_payload },
    telegram_payment_charge_id: `charge-${id}`,
    provider_payment_charge_id: `provider-${id}`,
  };
  const stamp = { from: state.chats.person(chat), date: Math.floor(state.now() / 1000) };
  const message = addMessage(state.chats.open(chat), { successful_payment }, stamp);
  tell(state, { message } as Omit<Update, 'update_id'>);
}

function tell(state: ServerState, update: Omit<Update, 'update_id'>): void {
  state.queue.add(update);
  state.webhook.look();
}
