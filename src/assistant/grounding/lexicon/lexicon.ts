/** What the checker has to know of one language. Words and patterns are written as people do; they are folded before they are used. */
export interface Lexicon {
  /** Number words with what they are worth; compounds that are one word among them. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words that multiply what stands before them. */
  readonly scales: Readonly<Record<string, number>>;
  /** Words between number words. */
  readonly joins: readonly string[];
  /** Number words that mean something else as well, in this language or another: they count beside a currency, a percent or a unit only. */
  readonly unsure: readonly string[];
  readonly currencies: Readonly<Record<string, string>>;
  readonly percent: readonly string[];
  /** Units of time: "2 days". */
  readonly time: readonly string[];
  /** −1 yesterday, 0 today, 1 tomorrow. */
  readonly relativeDays: Readonly<Record<string, number>>;
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** January first; with their short forms. */
  readonly months: readonly (readonly string[])[];
  readonly patterns: Promises & Talk;
}

/**
 * Patterns are regular expressions in small letters over whole words; `~` stands for up to six words in between, `*` for the rest of a word.
 */
type Patterns<Of extends string> = Readonly<Record<Of, readonly string[]>>;

/** Of what may not be spoken without proof: prices that are not asked, stock, deeds, days. */
export type Promises = Patterns<
  | 'free'
  | 'reduced'
  | 'guarantee'
  | 'gift'
  | 'best-price'
  | 'cheapest'
  | 'speed'
  | 'in-stock'
  | 'out-of-stock'
  | 'pieces'
  | 'deed'
  | 'order'
  | 'arrival'
>;

/** How a sentence is meant, and what it may speak of besides. */
export type Talk = Patterns<
  | 'we-have'
  | 'we-have-not'
  | 'cannot'
  | 'but'
  | 'whether'
  | 'under'
  | 'over'
  | 'yours'
  | 'role'
  | 'help'
  /** Delivery, returns, payment, taxes, opening hours: facts of the shop that some result has to tell. */
  | 'service'
  /** "Tell me", "write": it asks the shopper for something, or says what they can do here. */
  | 'invite'
  | 'cheaper'
  | 'dearer'
  | 'safety'
  | 'currency'
  | 'leak'
>;

export type Topic = keyof (Promises & Talk);
