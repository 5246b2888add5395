/** Scripts that one language is mostly written in; Persian and Urdu letters come before Arabic's, kana before the signs shared with Chinese. */
const scripts: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['ur', /[ٹڈڑںےۓ]/u],
  ['fa', /[پچژگ]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['te', /\p{Script=Telugu}/u],
  ['gu', /\p{Script=Gujarati}/u],
  ['pa', /\p{Script=Gurmukhi}/u],
  ['kn', /\p{Script=Kannada}/u],
  ['ml', /\p{Script=Malayalam}/u],
  ['th', /\p{Script=Thai}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['uk', /[іїєґ]/iu],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
];

/** ISO 639-1 of the language that a text's letters belong to; null for Latin letters, and where most are. */
export const languageOfScript = (text: string): string | null => {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  if (all === 0 || latin > all / 2) return null;
  return scripts.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};
