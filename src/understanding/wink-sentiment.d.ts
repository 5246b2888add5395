/** The part of wink-sentiment that is used; it comes without types. */
declare module 'wink-sentiment' {
  interface Token {
    readonly value: string;
    readonly tag: string;
    /** −5 to 5; only where the word says something. */
    readonly score?: number;
  }
  const sentiment: (phrase: string) => { readonly tokenizedPhrase?: readonly Token[] };
  export = sentiment;
}
