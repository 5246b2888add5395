import { isOneSlip } from '../spelling.ts';
import { colourNamed } from './colours.ts';
import { type FacetValue, facetIndexOf, valuesOf } from './facet-index.ts';
import type { FacetReader, FacetReading } from './facet-reading.ts';
import { phraseAt } from './phrase-at.ts';
import { foldPhrase, phraseKey, singular, type WishWord } from './wish-word.ts';

/** Brands that are everyday words: they have to be said ("by Apple") or written as a name. */
const everyday = new Set(
  (
    'act apple amazon base blue boss brother champion chief classic coach columbia converse cherry core corsair crucial diesel dove dolphin ' +
    'equip element fossil gap gold guess generic home ideal jumbo king klein matrix mango max method mini native next nature natural north ' +
    'one oral orange oxford pilot premier puma pure ring sharp shell smart sonic star stanley swan sun target timberland tile tiger ugg ' +
    'unique universal vans visa vision wilson wolf zero zebra good great basic essentials simple boost bright black white red green'
  ).split(' '),
);
const byWords = new Set('by from brand brands von marke de marca da do من ماركة'.split(' ').map(foldPhrase));
const compatible = new Set('for with fits compatible para fur mit com con مع لـ'.split(' ').map(foldPhrase));

/** "nike shoes", "samsng phone", "a phone by Apple"; not "ink for HP". */
export const readBrand: FacetReader = (reading, at) => {
  const { words, vocabulary } = reading;
  const led = byWords.has(words[at]?.text ?? '') ? at + 1 : at;
  const found = brandAt(reading, led);
  if (found === null) return null;
  const before = words[led - 1]?.text ?? '';
  if (!reading.plain && (compatible.has(before) || before === 'to')) return null;
  const single = found.to === led + 1 ? (words[led]?.text ?? '') : '';
  const isSaid = reading.plain || led > at || !everyday.has(single);
  const known = facetIndexOf(vocabulary).phrases.get(phraseKey([single])) ?? [];
  const elsewhere = known.some(({ facet }) => facet !== 'brand') || colourNamed(single) !== null || single.length < 2;
  if ((!isSaid || (elsewhere && led === at && !reading.plain)) && !isWrittenAsName(reading, led)) return null;
  return { facet: 'brand', values: found.meant, from: at, to: found.to };
};

/** A capital inside a text that is not all capitals. */
function isWrittenAsName({ words, text }: FacetReading, at: number): boolean {
  const written = text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);
  return at > 0 && /^\p{Lu}/u.test(written) && text !== text.toUpperCase();
}

function brandAt(reading: FacetReading, at: number) {
  return phraseAt(reading, at, { pick: brandsCalled }) ?? mendedBrand(reading, at);
}

/** As written: "jeans" is not the brand "Jean". */
function brandsCalled(values: readonly FacetValue[], said: readonly WishWord[]): readonly string[] | null {
  const exact = said.map((word) => word.text).join(' ');
  const own = valuesOf(values, 'brand')?.filter((value) => foldPhrase(value) === exact) ?? [];
  return own.length === 0 ? null : own;
}

const shortestMended = 5;

/** One slip from one brand alone, and no other word of the catalogue. */
function mendedBrand({ words, vocabulary }: FacetReading, at: number) {
  const index = facetIndexOf(vocabulary);
  const written = words[at]?.text ?? '';
  if (written.length < shortestMended || index.phrases.has(singular(written)) || /\d/u.test(written)) return null;
  const near = (index.brands.get(written.slice(0, 1)) ?? [])
    .filter(({ folded }) => isMeantBrand(folded, written))
    .map(({ value }) => value);
  return near.length === 1 ? { meant: near, to: at + 1 } : null;
}

function isMeantBrand(brandName: string, written: string): boolean {
  if (brandName.length < shortestMended || everyday.has(brandName)) return false;
  return Math.abs(brandName.length - written.length) <= 1 && isOneSlip(written, brandName);
}
