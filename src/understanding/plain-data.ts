import { isSentence } from './sentence.ts';
import { isStreetName } from './slots/street-name.ts';

const email = /[^\s<>,;:"]+@[^\s<>,;:"]+\.[^\s<>,;:"]+/gu;
const link = /(?:https?:\/\/|www\.)\S+/giu;
/** The number of an order, a postcode, a telephone number's parts. */
const code = /[A-Za-z0-9_.+-]*\d[A-Za-z0-9_.+-]*/gu;
const telephone = /^\+?[\d(][\d\s()./-]*$/u;
const [fewestDigits, mostDigits] = [9, 15];
const longestAddress = 200;
/** "12 Main Street", "Hauptstraße 5 a". */
const houseNumber = /^\s*\d+\s?\p{L}?\s+|\s+\d+\s?\p{L}?\s*$/gu;

/** A street with its number, and perhaps what stands below it on a letter. */
function isAddress(text: string): boolean {
  if (text.length > longestAddress || !/\d/u.test(text)) return false;
  const [first = '', ...below] = text.split(/[,\n]/u);
  // The end of "the 3rd" is no road.
  const street = first.replace(houseNumber, ' ').replace(/\d+(?:st|nd|rd|th)\b/giu, 'nth');
  return first.search(houseNumber) >= 0 && isStreetName(street) && !isSentence(below.join(' '));
}

/** Digits alone may be a product's number: nobody writes that with signs between. */
function isTelephone(text: string): boolean {
  const digits = text.replace(/\D/gu, '').length;
  return telephone.test(text) && /[+\s()/-]/u.test(text) && digits >= fewestDigits && digits <= mostDigits;
}

/** What a text says in words: without e-mail addresses, links and numbers, and nothing of a street address. They are in no language. */
export function withoutData(text: string): string {
  return isAddress(text.trim()) ? '' : text.replace(email, ' ').replace(link, ' ').replace(code, ' ');
}

/** Whether there is nothing but an e-mail address, a street address or a telephone number: where to reach somebody, and no wish. */
export function isContactData(text: string): boolean {
  const said = text.trim();
  const isEmail = said.includes('@') && said.replace(email, '').trim() === '';
  return isEmail || isTelephone(said) || isAddress(said);
}
