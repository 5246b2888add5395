import { franc } from 'franc-min';

/** Shorter texts show no language: https://github.com/wooorm/franc (`minLength`), and what was measured, in decision 28. */
const shortest = 30;

const names: Readonly<Record<string, string>> = {
  eng: 'en',
  sco: 'en',
  spa: 'es',
  por: 'pt',
  deu: 'de',
  hin: 'hi',
  arb: 'ar',
};

/** ISO 639-1 of the language a text shows; `null` when it shows none, `other` for one that is not read here. */
export function shownLanguage(text: string): string | null {
  if (/\p{Script=Devanagari}/u.test(text)) return 'hi';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  const language = franc(text, { minLength: shortest });
  return language === 'und' ? null : (names[language] ?? 'other');
}
