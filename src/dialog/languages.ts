import type { JsonObject } from '../storage/json.ts';
import { languageOf } from '../understanding/words.ts';
import type { Book } from './book.ts';

/** What a `set` step changes the conversation's language by: a language of the shop, BCP 47. */
export const conversationLanguage = 'conversation.language';

/** The languages that Parley can write in, to be picked from. */
export function languageChoices(book: Book): readonly JsonObject[] {
  return book.languages.map((locale) => languageChoice(locale, book.shop.locale));
}

/** Named as its speakers call it, and as the shop does: "Español (Spanish)". */
export function languageChoice(locale: string, shopLocale: string): { readonly id: string; readonly label: string } {
  const own = languageName(locale, locale);
  const here = languageName(locale, shopLocale);
  return { id: locale, label: own === here ? own : `${own} (${here})` };
}

function languageName(locale: string, inLocale: string): string {
  const language = languageOf(locale);
  const name = new Intl.DisplayNames([inLocale], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(inLocale) + name.slice(1);
}
