/** Looks whether a text is fit for a shop. Contract: rejects with `ModelError` when it cannot tell. */
export interface Moderation {
  /** `flagged`: what is wrong with it, as a word for the merchant, never words of the text. */
  check(text: string, signal: AbortSignal): Promise<'ok' | { readonly flagged: string }>;
}
