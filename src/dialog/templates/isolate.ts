const rightToLeft = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/;
const rightToLeftLetter = /[\u0590-\u08ff]/;
const leftToRightWord = /\p{Ll}/u;
/** Intl begins an amount with a mark of its direction, or writes a currency sign. */
const amount = /[\u200e\u200f]|\p{Sc}/u;
/** "2–4": the smaller number stands first for the reader, which is on the right. */
const range = /^\p{Nd}{1,4}–\p{Nd}{1,4}$/u;
/** Addresses are copied and opened as they stand; an invisible character would break them. */
const address = /^\w+:\/\/|@/;

/**
 * A value that is read against the direction of the text around it, set apart (U+2068, U+2069): without this a product's Latin name
 * at the beginning of an Arabic line turns the line round, and the numbers after it change places. Codes in capitals and digits, which
 * people copy, are left as they are; an amount of money is not, or its currency would draw the number after it to its side. The standard that says how: unicode.org/reports/tr9 ("Explicit Directional Isolates").
 */
export function isolated(value: string, locale: string): string {
  const reversed = rightToLeft.test(locale);
  if (reversed && range.test(value)) return `\u2067${value}\u2069`;
  const against = reversed ? leftToRightWord.test(value) || amount.test(value) : rightToLeftLetter.test(value);
  return against && !address.test(value) ? `\u2068${value}\u2069` : value;
}
