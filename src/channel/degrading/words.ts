/** The few words that degrading adds; a locale brings its own. */
export interface DegradeWords {
  /** Stands above choices that come without a text. Short: buttons must have room for it. */
  readonly choose: string;
  /** Asks for a place when the message has no text. */
  readonly askLocation: string;
  /** Asks for a telephone number when the message has no text. */
  readonly askContact: string;
  readonly outOfStock: string;
  /** `{price}` is the price before. */
  readonly was: string;
}

export const englishDegradeWords: DegradeWords = {
  choose: 'Please choose:',
  askLocation: 'Where should it go? Send your location or write the address.',
  askContact: 'What is your phone number?',
  outOfStock: 'out of stock',
  was: 'was {price}',
};
