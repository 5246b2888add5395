/** Longest text any reader looks at; what is longer is no answer to a question and no command. */
export const longestReadable = 2000;

const plain = /^[\n\r\t -~]*$/;
const apostrophes = /['’‘`´]/g;
const notWord = /[^\p{L}\p{M}\p{N}]+/gu;
const notPlainWord = /[^a-z0-9]+/g;
/** A word may begin with `ll`, in Spanish: "llegó" is not "lego". */
const repeatedLetter = /(?<![\p{L}\p{M}\p{N}])ll(?=[aeiou])|([a-z])\1+/gu;
const emojiDress = /[\ufe0f\u{1f3fb}-\u{1f3ff}\s]/gu;
const undecomposed: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
]);

const spellings: ReadonlyMap<string, string> = new Map([
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ٱ', 'ا'],
  ['\u0901', '\u0902'],
]);
/** Arabic vowel signs, hamza on its bearer and the stretched line; the dot below Devanagari letters. */
const leftOut = /[\u0300-\u036f\u0640\u064b-\u0655\u0670\u093c]/g;

const nativeDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g;
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** Arabic, Persian, Devanagari, Bengali and full-width digits as 0 to 9, letter for letter: `٢` is `2`. */
export const asciiDigits = (text: string): string =>
  plain.test(text)
    ? text
    : text.replace(nativeDigits, (digit) => {
        const code = digit.charCodeAt(0);
        return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
      });

/**
 * Lower case without accents. In other scripts a mark is mostly a vowel and stays; only what people leave out or write in two ways
 * goes: Arabic vowel signs and hamzas, the dot below Hindi letters.
 */
export const foldCase = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .toLowerCase()
        .normalize('NFKD')
        .replace(leftOut, '')
        .replace(/[ßøæœłđı]/g, (letter) => undecomposed.get(letter) ?? letter)
        .replace(/[ىةٱ\u0901]/g, (letter) => spellings.get(letter) ?? letter)
        .replace(nativeDigits, asciiDigits);

/**
 * The form in which two sentences are compared: words in lower case without accents, punctuation or emoji, every
 * repeated letter once ("Heeelp!!" and "help" are equal, so are "adress" and "address"). A message of emoji alone keeps them.
 */
export const normalise = (text: string): string => {
  if (text !== last.text) last = { text, normal: normalised(text) };
  return last.normal;
};

/** Each reader of a message asks for the same text again. */
let last = { text: '', normal: '' };

const normalised = (text: string): string => {
  const folded = foldCase(text).replace(apostrophes, '');
  const words = folded.replace(plain.test(folded) ? notPlainWord : notWord, ' ').trim();
  return words === ''
    ? text.replace(emojiDress, '')
    : words.replace(repeatedLetter, (run: string, letter: string | undefined) => letter ?? run);
};
