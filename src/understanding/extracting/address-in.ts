import { readSlot } from '../read-slot.ts';
import { isStreetName } from '../slots/street-name.ts';
import type { FoundWords, Mined } from './mined.ts';

const lead =
  /(?<![\p{L}\p{M}])(?:(?:please )?(?:ship|send|deliver|delivered|shipped|post|mail)(?:ed)?(?: (?:it|them|this|that|everything))? to|(?:my|the|shipping|delivery|our)?\s?address(?: is)?|(?:i|we) live (?:at|in)|to|at|mi dirección es|dirección|a la|envíalo a|meine adresse ist|adresse|nach|an die|meu endereço é|endereço|para(?: a| o)?|en|na|पता|عنواني|العنوان)[\s:]+(?=\S)/giu;
/** What cannot belong to an address any more. */
const over =
  /(?:[;!?]\s+|(?<!str|st|ave|rd|dr|nr|no|apt|\p{Lu})\.\s+|\n\s*\n|,?\s+(?:and |und |y |e )?(?:my|mein|meine|mi|meu|minha|please|thanks?|thank you|bitte|danke|gracias|obrigad[oa]|i|ich|phone|tel|call|e-?mail|mail|by|before|asap|tomorrow|today|pay|paying|cash)(?![\p{L}\p{M}])).*$/isu;
const streetWord =
  /(?<![\p{L}])(?:st|street|ave|avenue|road|rd|lane|ln|drive|dr|blvd|boulevard|way|court|ct|calle|avenida|rua|platz|weg|allee|\p{L}*stra(?:ß|ss)e|\p{L}*str\.?|apt|suite)(?![\p{L}])/iu;

/** After "to", "at" or "my address is", or at the beginning: a number and a street or a postcode. */
export function addressIn(mined: Mined): FoundWords | null {
  const starts = [...mined.left.matchAll(lead)].map(({ 0: words, index }) => ({ index, at: index + words.length }));
  const streets = [...mined.left.matchAll(/(?<![\p{L}\p{N}#.])\d{1,5}[a-z]?\s+(?=\p{L})/giu)].map(({ index }) => ({
    index,
    at: index,
  }));
  for (const { index, at } of [...starts, ...streets]) {
    const words = untilTaken(mined, at)
      .replace(over, '')
      .replace(/[\s,.;]+$/u, '');
    if (isAddress(words, mined) || (at > index && isPlace(words)))
      return { words, start: index, end: at + words.length };
  }
  return null;
}

/** Up to where something else was found. */
function untilTaken({ written, left }: Mined, at: number): string {
  let end = at;
  while (end < left.length && left[end] === written[end]) end += 1;
  return left.slice(at, end);
}

function isAddress(words: string, { context }: Mined): boolean {
  const reading = readSlot('address', words, context);
  if (reading.result !== 'value' || !/^\S*\p{L}|^\S*\d/u.test(words)) return false;
  const value = reading.value;
  const hasPostcode = typeof value === 'object' && value !== null && 'postcode' in value;
  const [street = ''] = words.split(/[,\n]/u);
  const numbered = /\d/u.test(street);
  if (!numbered && !isStreetName(street)) return false;
  return hasPostcode || (streetWord.test(street) && numbered) || isStreetName(street.replace(/\s*\d+\s*\p{L}?$/u, ''));
}

/** Behind "to" or "address": a number and a few words, in a country that writes neither streets nor postcodes. */
function isPlace(words: string): boolean {
  return /^\d{1,5}\s+(?:\p{L}+[\s,]+){2,8}\p{L}+$/u.test(words);
}
