/** What finding pages has to know of a language. All words as `wordsOf` gives them: lower case, no accents, no apostrophes. */
export interface PageLanguage {
  /** Words that tell nothing of the matter. */
  readonly empty: readonly string[];
  /** Words that a question begins with, and such as ask for information. */
  readonly asks: readonly string[];
  /** Verbs that a question which can be answered with yes or no begins with. */
  readonly asksWhether: readonly string[];
  /** How somebody begins who wants to be shown or sold something. */
  readonly wishes: readonly string[];
  /** How somebody begins who asks whether there is something: a product, unless it is a thing of the shop itself. */
  readonly has: readonly string[];
  /** Things that are sold, though their word also means a thing of the shop. */
  readonly sold: readonly string[];
  /** How somebody begins who tells of what befell them. */
  readonly tells: readonly string[];
  /** Whole messages about what was just spoken of, and no question to a page. */
  readonly elsewhere: readonly string[];
  /** What is somebody's own, and so on no page: their order, their parcel. */
  readonly own: readonly string[];
  /** Words and phrases that mean the same in a shop; the first one names the group. */
  readonly same: readonly (readonly string[])[];
  /** Endings that are cut off, longest first; what is left has three letters at least. */
  readonly endings: readonly string[];
}

/** `a b  c` → `['a', 'b', 'c']`. */
export function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

/** Phrases, divided by commas. */
export function phrases(text: string): readonly string[] {
  return text.split(',').map((phrase) => phrase.trim());
}
