import { detectLanguage } from '../language.ts';
import { languageOf } from '../words.ts';

/** The languages whose words are known here, but for English. */
const candidates = ['en', 'es', 'pt', 'de', 'hi', 'ar'];

/** Shorter texts are taken to be in the language the writer is likely to use: a wrong guess would cost more than none. */
const shortest = 30;
const sure = 0.6;

/** ISO 639-1 of the language a text shows; `null` when it shows none. */
export function shownLanguage(text: string, likely: string | undefined): string | null {
  const isLatin = !/[^\P{L}\p{Script=Latin}]/u.test(text);
  if (isLatin && text.length < shortest) return null;
  const detected = detectLanguage(text, likely === undefined ? candidates : [languageOf(likely), ...candidates]);
  return detected === null || detected.confidence < sure ? null : detected.language;
}
