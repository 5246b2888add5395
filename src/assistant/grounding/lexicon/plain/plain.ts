/**
 * Words that tell nothing of a product or of the shop by themselves: a sentence of these alone is talk. Whatever else stands in a statement has
 * to be proven. Words of a topic (lexicons) are known without being listed here, since checks of their own hold them.
 */
export interface PlainWords {
  /** Words parted by blanks, as people write them; an ending of up to two letters may follow one of four and more. */
  readonly talk: string;
  /** Of these alone one agrees or disagrees: what is said is what was asked. */
  readonly assent: string;
  /** How a part of a question begins that tells something, where more is to come: "it is red, do you like it?". */
  readonly told: readonly string[];
  /** How a question begins that tells something all the same, or wants to know something of the shopper's own: "what is your …". */
  readonly asks: readonly string[];
}
