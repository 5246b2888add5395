/** Which of the products shown before a shopper means, and what should be otherwise. */
export interface Reference {
  /**
   * Places in what was shown, from 1, negative from the end; `last-seen`: the product looked at last; `all`: those shown, of
   * which `words` may describe the one meant ("the blue one").
   */
  readonly which: readonly number[] | 'last-seen' | 'all';
  /** Another one is wanted, that differs in this. */
  readonly but: Changes | null;
  /** Something similar is wanted, not the thing itself. */
  readonly like: boolean;
  /** What is left: "add to my cart", or what describes the one that is meant. */
  readonly words: string;
}

export interface Changes {
  readonly price: 'cheaper' | 'dearer' | null;
  readonly size: 'bigger' | 'smaller' | null;
  /** For `readWish`: "in blue", "size L"; empty when there is nothing else. */
  readonly words: string;
}
