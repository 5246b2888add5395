/**
 * Text as the checker compares it: compatibility forms, capitals, accents and the marks of Arabic vowels undone, digits of every script as
 * 0–9. What is only a disguise (fullwidth letters, invisible characters) looks like what it shows.
 */
export function fold(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ß/gu, 'ss')
    .replace(/[’‘`´]/gu, "'")
    .replace(/[‐-―−]/gu, '-')
    .replace(/\p{Nd}/gu, asciiDigit);
}

/** Latin accents; Arabic vowels and the stretching line; the Indic dot below. */
const marks = /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u093c]/gu;

/** Zero-width characters, direction marks and the like: nobody sees them, and they part words that are seen as one. */
export function withoutInvisible(text: string): string {
  return text.replace(
    /\u034f|[\u17b4\u17b5]|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|[\ufe00-\ufe0f]|\p{Cc}(?<![\n\t])/gu,
    '',
  );
}

/** Decimal digits stand in blocks of ten, from zero up. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const value = blocks.findLast((zero) => zero <= code);
  return value === undefined ? digit : String((code - value) % 10);
}

/** The zeros of scripts in use: https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedNumericType.txt */
const blocks = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810, 0x1946, 0xa620, 0xa8d0, 0xa900, 0xff10,
];
