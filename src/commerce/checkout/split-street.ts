import { cityIn } from './address-parts.ts';

const streetWords = new Set(
  (
    'st street ave avenue av rd road blvd boulevard dr drive ln lane ct court pl place way ter terrace pkwy parkway ' +
    'hwy highway sq square cir circle trl trail loop row walk crescent cres close gardens plaza pike'
  ).split(' '),
);
const directions = new Set('n s e w ne nw se sw north south east west'.split(' '));
const units = new Set('apt apartment unit suite ste floor fl room rm'.split(' '));

/** "12 Main St Apt 4 Springfield": street and city, told apart by the kind of street; `null` when that cannot be told. */
export function splitStreet(text: string): { readonly street: string; readonly city: string } | null {
  const words = text.split(' ');
  const end = words.reduce<number | null>(
    (found, word, at) => found ?? (/^\d/u.test(word) ? endFrom(words, at) : null),
    null,
  );
  if (end !== null) return splitAt(words, end);
  return /\d/u.test(words[0] ?? '') ? null : afterNumber(words);
}

/** The number may stand behind a name: "Ana Lopez 12 Main St Springfield". */
function endFrom(words: readonly string[], number: number): number | null {
  const end = endOfStreet(words.slice(number));
  return end === null ? null : number + end;
}

function splitAt(words: readonly string[], end: number) {
  const city = cityIn(words.slice(end).join(' '));
  return city === null ? null : { street: words.slice(0, end).join(' '), city };
}

/** The number stands behind the street in much of the world: "Calle Mayor 5 Madrid". */
function afterNumber(words: readonly string[]) {
  const number = words.findLastIndex((word) => /^\d+\p{L}?$/u.test(word));
  return number < 1 ? null : splitAt(words, number + 1);
}

/** The first word behind the street; a number and a name come before the street's kind. */
function endOfStreet(words: readonly string[]): number | null {
  let end = words.findIndex((word, index) => index >= 2 && streetWords.has(plain(word))) + 1;
  if (end === 0) return null;
  while (streetWords.has(plain(words[end])) && plain(words[end]) !== 'st') end += 1;
  if (directions.has(plain(words[end])) && words.length > end + 1 && (words[end] ?? '').length <= 2) end += 1;
  while (isUnit(words[end])) end += (words[end] ?? '').length > 1 && (words[end] ?? '').startsWith('#') ? 1 : 2;
  return end;
}

function isUnit(word: string | undefined): boolean {
  return word !== undefined && (units.has(plain(word)) || word.startsWith('#'));
}

function plain(word: string | undefined): string {
  return (word ?? '').toLowerCase().replace(/[.,]/gu, '');
}
