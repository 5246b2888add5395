import type { Message, PreCheckoutQuery } from 'grammy/types';

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
