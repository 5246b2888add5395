/** A language's words by what they are worth; chosen and valued by us, so that praise and anger are noticed. */
export interface ListedWords {
  /** −4 to 4 → words, a space between. */
  readonly values: Readonly<Record<string, string>>;
  readonly negations: string;
  readonly degrees: Readonly<Record<string, string>>;
  readonly turns: string;
  readonly negatesBefore?: boolean;
}
