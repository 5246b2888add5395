/**
 * What a channel can show, as data: complete, and `null` where it cannot. Every limit names its source where it is declared.
 * `text.max`, `bodyMax`, `captionMax` and `textMax` are in `text.unit` and as `lengthOf` counts; labels, titles and descriptions are in
 * UTF-16 units. `text.max` is at least 64.
 */
export interface Capabilities {
  readonly text: TextLimits;
  /** Buttons under a message. */
  readonly buttons: ButtonLimits | null;
  /** A menu that opens, with one row a choice. */
  readonly list: ListLimits | null;
  /** Product cards with a picture and a button each. */
  readonly cards: CardLimits | null;
  readonly image: { readonly captionMax: number } | null;
  readonly receipt: Record<string, never> | null;
  readonly location: Record<string, never> | null;
  /** A button that sends the shopper's telephone number. */
  readonly contact: Record<string, never> | null;
  /** Payments within the chat. */
  readonly invoice: InvoiceLimits | null;
  readonly typing: boolean;
  /** The channel shows a part once, however often it is delivered with the same key. */
  readonly idempotent: boolean;
  /** So long after the shopper last wrote free words get through, in milliseconds; absent: always. */
  readonly answersWithinMs?: number;
}

export interface TextLimits {
  /** In `unit`; longer text is split. */
  readonly max: number;
  readonly unit: LengthUnit;
  readonly markup: readonly ('bold' | 'italic' | 'code' | 'link')[];
}

export type LengthUnit = 'utf16' | 'bytes';

export interface ButtonLimits {
  readonly max: number;
  readonly labelMax: number;
  /** Of the text above the buttons. */
  readonly bodyMax: number;
  readonly idMaxBytes: number;
}

export interface ListLimits {
  readonly max: number;
  readonly labelMax: number;
  readonly descriptionMax: number;
  readonly bodyMax: number;
  readonly idMaxBytes: number;
}

export interface CardLimits {
  readonly max: number;
  readonly titleMax: number;
  readonly descriptionMax: number;
  readonly buttonMax: number;
}

export interface InvoiceLimits {
  readonly titleMax: number;
  /** Of the text above the amounts; at least 4. */
  readonly textMax: number;
  /** ISO 4217 codes that can be paid in; `null` for all. */
  readonly currencies: readonly string[] | null;
}
