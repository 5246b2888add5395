import { foldCase } from '../normalise.ts';

/** Kinds of streets that hardly mean anything else: neither "way" nor "close" nor "court". */
const last = new Set(
  'st street ave avenue av rd road blvd boulevard lane ln drive dr pkwy parkway hwy highway'.split(' '),
);
const first = new Set('calle avenida avda carrera rua via viale corso rue chemin'.split(' '));
const ending = /\p{L}(?:strasse|str|gasse|allee|weg|platz|straat|laan|gatan|vagen)$/u;
/** Who says these speaks about a street. */
const about = new Set(
  (
    'not no wrong other another which what whose same different a any this that your i we you it is on in at from to my don dont do ' +
    'otra otro esta esa mi tu su no'
  ).split(' '),
);
const mostWords = 5;

/** "Main Street", "Calle Mayor", "Hauptstraße": a street without its number. Stricter than it could be, for whatever word may stand there. */
export function isStreetName(text: string): boolean {
  const words = foldCase(text)
    .replace(/ß/gu, 'ss')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  if (words.length > mostWords || words.some((word) => about.has(word))) return false;
  if (words.length === 1) return ending.test(words[0] ?? '') && (words[0] ?? '').length > 6;
  return last.has(words.at(-1) ?? '') || first.has(words[0] ?? '') || ending.test(words.at(-1) ?? '');
}
