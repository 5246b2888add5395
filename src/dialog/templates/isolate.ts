const rightToLeft = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/;
const rightToLeftLetter = /[\u0590-\u08ff]/;
const leftToRightWord = /\p{Ll}/u;
/** Addresses are copied and opened as they stand; an invisible character would break them. */
const address = /^\w+:\/\/|@/;

/**
 * A value that is read against the direction of the text around it, set apart (U+2068, U+2069): without this a product's Latin name
 * at the beginning of an Arabic line turns the line round, and the numbers after it change places. Codes in capitals and digits, which
 * people copy, are left as they are. The standard that says how: unicode.org/reports/tr9 ("Explicit Directional Isolates").
 */
export function isolated(value: string, locale: string): string {
  const against = rightToLeft.test(locale) ? leftToRightWord.test(value) : rightToLeftLetter.test(value);
  return against && !address.test(value) ? `\u2068${value}\u2069` : value;
}
