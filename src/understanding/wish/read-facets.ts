import { type FacetIndex, facetIndexOf, mostPhraseWords, valuesOf } from './facet-index.ts';
import { type FacetHit, type FacetReader, type FacetReading, sizeWords } from './facet-reading.ts';
import { phraseAt } from './phrase-at.ts';
import { readBrand } from './read-brand.ts';
import { readColour } from './read-colour.ts';
import { readMaterial } from './read-material.ts';
import { readSize } from './read-size.ts';
import { foldPhrase, phraseKey, singular, type WishWord } from './wish-word.ts';

/** Facets that have to be named: "category shoes", "shoes section", "vanilla flavour", "tagged vegan". */
const named: FacetReader = (reading, at) => {
  const { words, vocabulary } = reading;
  const index = facetIndexOf(vocabulary);
  const facet = facetCalled(index, words, at);
  if (facet !== null) {
    const value = valueAt(reading, at + 1, facet);
    if (value !== null) return { facet, values: value.meant, from: at, to: value.to };
  }
  return facetAfterValue(reading, at);
};

const categoryWords = new Set(
  'category section department aisle kategorie abteilung categoria seccion secao'.split(' '),
);
/** Sizes are read as such; the others say nothing of a facet that happens to be called so. */
const saidElsewhere = new Set([...sizeWords, 'for', 'with', 'the', 'and', 'from']);
const tagWords = new Set('tag tagged tags'.split(' '));

function facetCalled(index: FacetIndex, words: readonly WishWord[], at: number): string | null {
  const word = words[at]?.text ?? '';
  if (categoryWords.has(word)) return 'category';
  if (tagWords.has(word)) return 'tags';
  return word.length > 2 && !saidElsewhere.has(word) ? (index.named.get(singular(word)) ?? null) : null;
}

function valueAt(reading: FacetReading, at: number, facet: string) {
  return phraseAt(reading, at, { pick: (values) => valuesOf(values, facet), acrossSigns: true });
}

function facetAfterValue(reading: FacetReading, at: number): FacetHit | null {
  const { words, vocabulary } = reading;
  const index = facetIndexOf(vocabulary);
  if (!index.beginnings.has(singular(words[at]?.text ?? ''))) return null;
  for (let count = Math.min(mostPhraseWords, words.length - at - 1); count >= 1; count -= 1) {
    const facet = words[at + count]?.opens ? null : facetCalled(index, words, at + count);
    const value = facet === null ? null : valueAt({ ...reading, words: words.slice(0, at + count) }, at, facet);
    if (facet !== null && value !== null && value.to === at + count)
      return { facet, values: value.meant, from: at, to: at + count + 1 };
  }
  return null;
}

/** "256gb": an option's value with a number and a unit is nothing else. */
const measured: FacetReader = ({ words, vocabulary, text }, at) => {
  const index = facetIndexOf(vocabulary);
  for (const count of [2, 1]) {
    const said = words.slice(at, at + count);
    const first = said[0];
    const last = said.at(-1);
    if (first === undefined || last === undefined || said.length < count) continue;
    const written = text.slice(first.start, last.end).replace(/\s+/gu, '');
    if (!/^\d+\p{L}+$/u.test(written)) continue;
    const found = [phraseKey([foldPhrase(written)]), phraseKey(said.map((word) => word.text))]
      .flatMap((key) => index.phrases.get(key) ?? [])
      .filter(({ facet }) => facet.startsWith('options.'));
    const [one] = found;
    if (one !== undefined) return { facet: one.facet, values: [one.value], from: at, to: at + count };
  }
  return null;
};

const readers: readonly FacetReader[] = [readSize, readColour, named, readMaterial, readBrand, measured];

/** The facet that the words at this place name, if they plainly do. */
export function facetAt(reading: FacetReading, at: number): FacetHit | null {
  for (const read of readers) {
    const hit = read(reading, at);
    if (hit !== null && hit.to > hit.from) return hit;
  }
  return null;
}

/** Any facet's value, for where the words around say that it is a condition: "not leather". */
export function valueNamedAt(reading: FacetReading, at: number): FacetHit | null {
  const hit = facetAt({ ...reading, plain: true }, at);
  if (hit !== null && hit.from === at) return hit;
  const found = phraseAt(reading, at, { pick: ([first]) => first ?? null });
  return found && { facet: found.meant.facet, values: [found.meant.value], from: at, to: found.to };
}
