import type { Message, PreCheckoutQuery } from 'grammy/types';
import { badRequest } from './api-error.ts';
import type { Parameters } from './parameters.ts';
import type { ServerState } from './server-state.ts';

export interface CheckoutOutcome {
  readonly ok: boolean;
  /** What the person reads when it is not. */
  readonly words: string | null;
}

export interface Checkout {
  readonly query: PreCheckoutQuery;
  readonly chat: number;
  readonly invoice: Message;
  outcome: CheckoutOutcome | null;
}

export type Checkouts = Map<string, Checkout>;

/** https://core.telegram.org/bots/api#answerprecheckoutquery; `paid` is called when the money is taken. */
export function answerPreCheckoutQuery(
  state: ServerState,
  request: Parameters,
  paid: (checkout: Checkout) => void,
): true {
  const checkout = state.checkouts.get(request.text('pre_checkout_query_id') ?? '');
  if (!checkout || checkout.outcome) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const ok = request.flag('ok');
  const words = request.text('error_message');
  if (!ok && (words === null || words.trim() === '')) throw badRequest('error message is empty');
  checkout.outcome = { ok, words };
  if (ok) paid(checkout);
  return true;
}
