import { colourNamed, isAlsoThing, namesThing } from './colours.ts';
import { facetIndexOf } from './facet-index.ts';
import { articles, type FacetReader, type FacetReading, inWords } from './facet-reading.ts';
import { foldPhrase, phraseKey, type WishWord } from './wish-word.ts';

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
  const values = exact?.values ?? facet.meant.get(named ?? word.text);
  if (values === undefined || (named === null && exact === null)) return null;
  const to = led.at + (exact?.count ?? 1);
  const followed = colourWords.has(words[to]?.text ?? '');
  const isSaid = led.by !== null || followed || reading.plain;
  const doubtful = named === null || isAlsoThing(named) || namesThing(named, words[to]?.text);
  if (!isSaid && doubtful && (exact?.count ?? 1) === 1) return null;
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
function longestValue({ words, vocabulary }: FacetReading, at: number, { facet }: { readonly facet: string }) {
  const index = facetIndexOf(vocabulary);
  for (let count = Math.min(index.longest, words.length - at); count >= 2; count -= 1) {
    const said = words.slice(at, at + count);
    if (said.slice(1).some((word) => word.opens)) continue;
    const found = index.phrases.get(phraseKey(said.map((word) => word.text)));
    const values = found?.filter((one) => one.facet === facet).map(({ value }) => value) ?? [];
    if (values.length > 0) return { values, count };
  }
  return null;
}
