import type { Update } from 'grammy/types';
import { addMessage } from './chats.ts';
import type { Checkout } from './checkouts.ts';
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

export function takeMoney(state: ServerState, { query, chat }: Checkout): void {
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
