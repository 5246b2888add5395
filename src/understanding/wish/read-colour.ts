import { colourNamed, isAlsoThing, namesThing } from './colours.ts';
import { type FacetValue, facetIndexOf, valuesOf } from './facet-index.ts';
import { articles, type FacetReader, type FacetReading, inWords } from './facet-reading.ts';
import { phraseAt } from './phrase-at.ts';
import { foldPhrase, type WishWord } from './wish-word.ts';

const colourWords = new Set(
  'colour color coloured colored colours colors farbe farben color colores cor cores لون رنگ रंग'
    .split(' ')
    .map(foldPhrase),
);

/** "red", "in blu", "colour: navy", "gold colour". */
export const readColour: FacetReader = (reading, at) => {
  const { words, vocabulary } = reading;
  const facet = facetIndexOf(vocabulary).colour;
  if (facet === null || !(reading.plain || facet.isCarried)) return null;
  const led = ledColour(words, at);
  const word = words[led.at];
  if (word === undefined || word.joined || words[led.at + 1]?.joined) return null;
  const exact = longestValue(reading, led.at, facet);
  const named = colourNamed(word.text);
  const values = exact?.meant ?? facet.meant.get(named ?? word.text);
  if (values === undefined || (named === null && exact === null)) return null;
  const to = exact?.to ?? led.at + 1;
  const followed = colourWords.has(words[to]?.text ?? '');
  const isSaid = led.by !== null || followed || reading.plain;
  const doubtful = named === null || isAlsoThing(named) || namesThing(named, words[to]?.text);
  if (!isSaid && doubtful && exact === null) return null;
  if (led.by === 'in' && named !== null && namesThing(named, words[to]?.text)) return null;
  return { facet: facet.facet, values, from: at, to: followed ? to + 1 : to };
};

function ledColour(
  words: readonly WishWord[],
  at: number,
): { readonly at: number; readonly by: 'colour' | 'in' | null } {
  const opened = inWords.has(words[at]?.text ?? '') ? at + 1 : at;
  let next = opened;
  while (articles.has(words[next]?.text ?? '') && opened > at) next += 1;
  if (colourWords.has(words[next]?.text ?? '')) {
    const value = /^(?:is|should|in)$/u.test(words[next + 1]?.text ?? '') ? next + 2 : next + 1;
    return { at: value, by: 'colour' };
  }
  return opened > at ? { at: next, by: 'in' } : { at, by: null };
}

/** The catalogue's own value of more than one word: "navy blue". */
function longestValue(reading: FacetReading, at: number, { facet }: { readonly facet: string }) {
  const pick = (values: readonly FacetValue[], said: readonly WishWord[]) =>
    said.length < 2 ? null : valuesOf(values, facet);
  return phraseAt(reading, at, { pick });
}
