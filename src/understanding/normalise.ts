/** Longest text any reader looks at; what is longer is no answer to a question and no command. */
export const longestReadable = 2000;

const plain = /^[\n\r\t -~]*$/;
const apostrophes = /['’‘`´]/g;
const notWord = /[^\p{L}\p{M}\p{N}]+/gu;
const notPlainWord = /[^a-z0-9]+/g;
const repeatedLetter = /([a-z])\1+/g;
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

/** Lower case without accents. Only Latin accents go: in other scripts a mark is a vowel. */
export const foldCase = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[ßøæœłđı]/g, (letter) => undecomposed.get(letter) ?? letter);

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
  return words === '' ? text.replace(emojiDress, '') : words.replace(repeatedLetter, '$1');
};
