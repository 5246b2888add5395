import type { Money } from '../catalog/money.ts';
import type { ConversationId } from './ids.ts';

/** A shopper has pressed "pay" on an invoice of ours, and the platform asks whether it may take the money. */
export interface CheckoutQuery {
  /** The invoice's. */
  readonly payload: string;
  readonly total: Money;
  readonly conversation: ConversationId;
}

/** `reason` is shown to the shopper, in their words: at most 200 characters. */
export type CheckoutAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Answers within a few seconds: platforms take no money without an answer. May be asked twice about the same. */
export type ApproveCheckout = (query: CheckoutQuery) => Promise<CheckoutAnswer>;
