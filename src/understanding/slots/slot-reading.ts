import type { Json } from '../../storage/json.ts';

/** What a reader must know of the shopper and the shop. */
export interface SlotContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name; an unknown one counts as UTC. */
  readonly timeZone: string;
  /** BCP 47; an unknown one counts as `en`. */
  readonly locale: string;
  /** ISO 4217, upper case: the currency of an amount written without one. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2, upper case: where a phone number without `+` is dialled. */
  readonly country: string;
}

/**
 * `rest` holds the words written beside the value, where they say more than courtesy ("two of the blue ones" → 2, rest
 * "of the blue ones"); it is absent when the whole message was the value.
 */
export type SlotReading =
  | { readonly result: 'value'; readonly value: Json; readonly rest?: string }
  | { readonly result: 'unreadable' }
  /** Only the shop's data can tell: products and orders. */
  | { readonly result: 'needs-lookup' };

export const unreadable: SlotReading = { result: 'unreadable' };
