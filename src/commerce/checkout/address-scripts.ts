/** Scripts that addresses are written in, and where. Latin letters are read everywhere. Source: CLDR's "Languages and Scripts". */
const scripts: readonly (readonly [letter: RegExp, countries: string])[] = [
  [/\p{Script=Arabic}/u, 'SA AE EG QA KW BH OM JO LB SY IQ YE PS LY TN DZ MA SD MR SO DJ TD IR AF PK IN IL'],
  [/\p{Script=Devanagari}/u, 'IN NP'],
  [
    /[\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u,
    'IN BD LK PK SG MY',
  ],
  [/\p{Script=Cyrillic}/u, 'RU UA BY BG RS MK ME BA KZ KG TJ UZ MN MD'],
  [/\p{Script=Greek}/u, 'GR CY'],
  [/\p{Script=Hebrew}/u, 'IL'],
  [/\p{Script=Han}/u, 'CN TW HK MO SG MY JP KR'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'JP'],
  [/\p{Script=Hangul}/u, 'KR KP'],
  [/\p{Script=Thai}/u, 'TH'],
  [/\p{Script=Georgian}/u, 'GE'],
  [/\p{Script=Armenian}/u, 'AM'],
];

/** Whether there are letters in it that nobody writes an address of this country with. */
export function isForeignScript(text: string, country: string): boolean {
  return scripts.some(([letter, countries]) => letter.test(text) && !countries.split(' ').includes(country));
}
