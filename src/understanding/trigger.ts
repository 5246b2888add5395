/** What starts a flow. One from a messages file has that file's `locale`; without, it is in the shop's own language. */
export type Trigger =
  /** A sentence a shopper might write; `{name}` stands for a value that fills the slot of that name. */
  | { readonly kind: 'example'; readonly text: string; readonly locale?: string }
  /** A word or phrase anywhere in the message. */
  | { readonly kind: 'word'; readonly word: string; readonly locale?: string }
  /** A regular expression over the whole message; named groups fill slots. */
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  /** A button's id: `view` matches `view`, and with `slot` also `view:123`, which fills the slot with `123`. */
  | { readonly kind: 'button'; readonly id: string; readonly slot: string | null }
  /** Something the shop tells by itself. */
  | { readonly kind: 'news'; readonly news: string }
  /** Something that happens in a conversation; one flow each. */
  | { readonly kind: 'moment'; readonly moment: Moment };

/** As flow files name them, with the slots that come with them. */
export const moments = {
  'first message': [],
  'anything else': ['text'],
  'a page answers': ['page', 'question'],
  'the shopper is upset': [],
  'another language': ['language'],
  'the assistant answers': ['text', 'products'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Moment = keyof typeof moments;

export const momentNames = Object.keys(moments) as readonly Moment[];

export interface Match {
  readonly flow: string;
  /** 0 to 1; 1 for an exact example, a pattern or a button. */
  readonly confidence: number;
  readonly by: 'example' | 'word' | 'pattern';
  /** Slot name → the words that fill it, still to be read as the slot's type. */
  readonly slots: Readonly<Record<string, string>>;
}
