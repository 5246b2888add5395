/** What the page tells of, with the library's raw data: anything may be in it. */
export type Happening =
  | { readonly kind: 'message'; readonly message: unknown }
  /** Somebody changed what they had written; `before` and `after` are the words. */
  | { readonly kind: 'edit'; readonly message: unknown; readonly before: unknown; readonly after: unknown }
  /** It came, and this device could not decrypt it. */
  | { readonly kind: 'undecrypted'; readonly message: unknown }
  | { readonly kind: 'reaction'; readonly reaction: unknown }
  | { readonly kind: 'vote'; readonly vote: unknown }
  | { readonly kind: 'ack'; readonly message: unknown; readonly ack: unknown };
