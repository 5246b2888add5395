/** What starts a flow. */
export type Trigger =
  /** A sentence a shopper might write; `{name}` stands for a value that fills the slot of that name. */
  | { readonly kind: 'example'; readonly text: string }
  /** A word or phrase anywhere in the message. */
  | { readonly kind: 'word'; readonly word: string }
  /** A regular expression over the whole message; named groups fill slots. */
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  /** A button's id: `view` matches `view`, and with `slot` also `view:123`, which fills the slot with `123`. */
  | { readonly kind: 'button'; readonly id: string; readonly slot: string | null }
  /** Something the shop tells by itself. */
  | { readonly kind: 'news'; readonly news: string }
  | { readonly kind: 'first-message' }
  | { readonly kind: 'anything-else' };

export interface Match {
  readonly flow: string;
  /** 0 to 1; 1 for an exact example, a pattern or a button. */
  readonly confidence: number;
  readonly by: 'example' | 'word' | 'pattern';
  /** Slot name → the words that fill it, still to be read as the slot's type. */
  readonly slots: Readonly<Record<string, string>>;
}
