import type { Markup } from '../fit-markup.ts';

/** What a message lost on its way to what a channel can show: never words or choices, only comfort. Counted per flow and channel. */
export type Loss =
  /** Choices became rows of a menu that must be opened first. */
  | { readonly kind: 'listed'; readonly choices: number }
  /** Choices became numbered lines to be answered by writing. */
  | { readonly kind: 'numbered'; readonly choices: number }
  /** A label or title shows its beginning; the whole of it is in the text above. */
  | { readonly kind: 'shortened'; readonly label: string; readonly shown: string }
  /** Labels would have been equal and carry their number. */
  | { readonly kind: 'labels-numbered'; readonly choices: number }
  /** What buttons or rows had no room for is in the text above them. */
  | { readonly kind: 'described-in-text'; readonly choices: number }
  /** A text became several messages. */
  | { readonly kind: 'split'; readonly parts: number }
  /** A text too long to stand above buttons or under a picture is a message of its own. */
  | { readonly kind: 'text-moved' }
  | { readonly kind: 'cards-flattened'; readonly products: number }
  | { readonly kind: 'image-dropped'; readonly images: number }
  | { readonly kind: 'markup-dropped'; readonly markup: Markup }
  | { readonly kind: 'receipt-flattened'; readonly lines: number }
  /** The place is asked for in words: there is no button for it. */
  | { readonly kind: 'location-in-words' }
  /** The number is asked for in words: there is no button for it. */
  | { readonly kind: 'contact-in-words' }
  /** The platform takes no payment here: the amounts and the address where it can be paid are told. */
  | { readonly kind: 'invoice-in-words' }
  /** There was nothing to say, so nothing is sent. */
  | { readonly kind: 'empty' };
