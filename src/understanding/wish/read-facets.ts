import type { Vocabulary } from '../../catalog/vocabulary.ts';
import { isOneSlip } from '../spelling.ts';
import { colourNamed, isAlsoThing, namesThing } from './colours.ts';
import { type FacetIndex, type FacetValue, facetIndexOf, isCarried } from './facet-index.ts';
import { materialNamed } from './materials.ts';
import { sizeAt } from './sizes.ts';
import { foldPhrase, phraseKey, singular, type WishWord } from './wish-word.ts';

/** Words of a wish that name values of one facet. */
export interface FacetHit {
  readonly facet: string;
  readonly values: readonly string[];
  /** Words that it takes, from the one it begins at. */
  readonly from: number;
  readonly to: number;
}

export interface FacetReading {
  readonly words: readonly WishWord[];
  readonly text: string;
  readonly vocabulary: Vocabulary;
  /** Whether somebody says what the words are about ("not leather"): then no doubt keeps them in the text. */
  readonly plain: boolean;
}

type Reader = (reading: FacetReading, at: number) => FacetHit | null;

const sizeWords = new Set(
  'size sizes sz talla tallas grosse groesse gr tamanho tam مقاس المقاس قياس साइज'.split(' ').map(foldPhrase),
);
const sizeJoiners = new Set('is in a an of number no nr'.split(' '));
const inWords = new Set('in en em auf'.split(' '));
const articles = new Set('a an the size ein eine der die das un una el la um uma o'.split(' '));
/** A word after which what follows is no size: "size from 40" says where a range begins. */
const ranges = /^(?:from|to|up|between|under|over|bis|von|ab|desde|hasta|de|a)$/u;

function isRange({ text }: FacetReading, end: number): boolean {
  return /^\s*(?:-|–|to|or|bis|a)\s*\d/u.test(text.slice(end, end + 8));
}

/** "size 40", "in M", "queen size", "xl". */
const size: Reader = (reading, at) => {
  const { words, vocabulary } = reading;
  const facet = facetIndexOf(vocabulary).size;
  if (facet === null) return null;
  const led = ledSize(reading, at);
  const said = sizeAt(words, led.at, reading.text) ?? wordSize(reading, led.at, led.by === 'size');
  if (said === null || (led.by === 'size' && ranges.test(words[led.at]?.text ?? ''))) return null;
  let to = led.at + said.count;
  const followed = sizeWords.has(words[to]?.text ?? '') && !(words[to]?.opens ?? false);
  const values = facet.meant.get(said.size);
  const end = words[to - 1]?.end ?? 0;
  if (values === undefined || isRange(reading, end)) return null;
  if (followed && led.by === null) to += 1;
  const isSaid = led.by === 'size' || followed || reading.plain;
  if (!isSaid && !isPlainSize(reading, { said, led, to })) return null;
  return { facet: facet.facet, values, from: at, to };
};

interface Led {
  readonly at: number;
  readonly by: 'size' | 'in' | null;
}

function ledSize({ words }: FacetReading, at: number): Led {
  const opened = inWords.has(words[at]?.text ?? '') ? at + 1 : at;
  const named =
    articles.has(words[opened]?.text ?? '') && !sizeWords.has(words[opened]?.text ?? '') ? opened + 1 : opened;
  if (sizeWords.has(words[named]?.text ?? '')) {
    let value = named + 1;
    while (sizeJoiners.has(words[value]?.text ?? '')) value += 1;
    return { at: value, by: 'size' };
  }
  return opened > at ? { at: named, by: 'in' } : { at, by: null };
}

/** A size of the catalogue that is a word: "queen size", "size one size". */
function wordSize({ words, vocabulary }: FacetReading, at: number, isLed: boolean) {
  const facet = facetIndexOf(vocabulary).size;
  const word = words[at]?.text ?? '';
  const followed = sizeWords.has(words[at + 1]?.text ?? '');
  const size = word.toUpperCase();
  const isWord = /^\p{L}/u.test(word);
  return isWord && facet?.meant.has(size) === true && (isLed || followed) ? { size, count: 1, plain: false } : null;
}

/** A size in letters that nobody calls a size: "in M", "xl", "a shirt, large". A number is none. */
function isPlainSize(
  { words, text }: FacetReading,
  {
    said,
    led,
    to,
  }: { readonly said: { readonly size: string; readonly plain: boolean }; readonly led: Led; readonly to: number },
): boolean {
  if (/^\d/u.test(said.size)) return false;
  if (said.plain) return true;
  const ends = to >= words.length || words[to]?.opens === true || words[to]?.joined === true;
  const written = text.slice(words[led.at]?.start ?? 0, words[led.at]?.end ?? 0);
  const follows = led.at > 0 && !words[led.at]?.joined;
  if (led.by === 'in') return ends || /^(?:please|pls|for|if|and|or|under)$/u.test(words[to]?.text ?? '');
  return ends && (written.length > 1 ? follows || words.length === 1 : follows && written === written.toUpperCase());
}

const colourWords = new Set(
  'colour color coloured colored colours colors farbe farben color colores cor cores لون رنگ रंग'
    .split(' ')
    .map(foldPhrase),
);

/** "red", "in blu", "colour: navy", "gold colour". */
const colour: Reader = (reading, at) => {
  const { words, vocabulary } = reading;
  const facet = facetIndexOf(vocabulary).colour;
  if (facet === null || !(reading.plain || isCarried(vocabulary, facet.facet))) return null;
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

const madeOf = /^(?:of|from|aus|de|in)$/u;
const afterMaterial =
  /^(?:care|cleaner|conditioner|polish|paint|glue|spray|wash|jacket|wax|oil|balm|stove|burning|free)$/u;

/** "cotton", "made of leather". */
const material: Reader = ({ words, vocabulary, plain }, at) => {
  const facet = facetIndexOf(vocabulary).material;
  if (facet === null) return null;
  const led =
    /^(?:made|hecho|hecha|feito|feita)$/u.test(words[at]?.text ?? '') && madeOf.test(words[at + 1]?.text ?? '');
  const from = led ? at + 2 : at;
  const count = [2, 1].find((length) => materialIn(words, from, length) !== null) ?? 0;
  const named = materialIn(words, from, count);
  const values = named === null ? undefined : facet.meant.get(named);
  if (values === undefined || words[from]?.joined || words[from + count]?.joined) return null;
  if (!plain && !led && (!isCarried(vocabulary, facet.facet) || afterMaterial.test(words[from + count]?.text ?? '')))
    return null;
  return { facet: facet.facet, values, from: at, to: from + count };
};

function materialIn(words: readonly WishWord[], at: number, count: number): string | null {
  if (count === 0 || at + count > words.length) return null;
  const said = words.slice(at, at + count).map((word) => word.text);
  return materialNamed(said.join(' '));
}

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
const brand: Reader = (reading, at) => {
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
  return { facet: 'brand', values: found.values, from: at, to: found.to };
};

/** A capital inside a text that is not all capitals. */
function isWrittenAsName({ words, text }: FacetReading, at: number): boolean {
  const written = text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);
  return at > 0 && /^\p{Lu}/u.test(written) && text !== text.toUpperCase();
}

function brandAt({ words, vocabulary }: FacetReading, at: number) {
  const index = facetIndexOf(vocabulary);
  for (let count = Math.min(index.longest, words.length - at); count >= 1; count -= 1) {
    const said = words.slice(at, at + count);
    if (said.slice(1).some((word) => word.opens)) continue;
    const values = brandsCalled(
      index,
      said.map((word) => word.text),
    );
    if (values.length > 0) return { values, to: at + count };
  }
  return mendedBrand(index, words[at], at);
}

/** As written first: "jeans" is not the brand "Jean". */
function brandsCalled(index: FacetIndex, said: readonly string[]): readonly string[] {
  const exact = said.join(' ');
  const found = (index.phrases.get(phraseKey(said)) ?? []).filter(isBrand);
  return found.map(({ value }) => value).filter((value) => foldPhrase(value) === exact);
}

function isBrand({ facet }: FacetValue): boolean {
  return facet === 'brand';
}

const shortestMended = 5;

/** One slip from one brand alone, and no other word of the catalogue. */
function mendedBrand(index: FacetIndex, word: WishWord | undefined, at: number) {
  const written = word?.text ?? '';
  if (written.length < shortestMended || index.phrases.has(singular(written)) || /\d/u.test(written)) return null;
  const near = index.brands.filter((value) => isMeantBrand(foldPhrase(value), written));
  return near.length === 1 ? { values: near, to: at + 1 } : null;
}

function isMeantBrand(brandName: string, written: string): boolean {
  if (brandName.length < shortestMended || everyday.has(brandName) || brandName[0] !== written[0]) return false;
  return Math.abs(brandName.length - written.length) <= 1 && isOneSlip(written, brandName);
}

/** Facets that have to be named: "category shoes", "shoes section", "vanilla flavour", "tagged vegan". */
const named: Reader = (reading, at) => {
  const { words, vocabulary } = reading;
  const index = facetIndexOf(vocabulary);
  const facet = facetCalled(index, words, at);
  if (facet !== null) {
    const value = valueAt(reading, at + 1, facet);
    if (value !== null) return { facet, values: value.values, from: at, to: value.to };
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
  const { words, vocabulary } = reading;
  const index = facetIndexOf(vocabulary);
  for (let count = Math.min(index.longest, words.length - at); count >= 1; count -= 1) {
    const found = index.phrases.get(phraseKey(words.slice(at, at + count).map((word) => word.text)));
    const values = found?.filter((one) => one.facet === facet).map(({ value }) => value) ?? [];
    if (values.length > 0) return { values, to: at + count };
  }
  return null;
}

function facetAfterValue(reading: FacetReading, at: number): FacetHit | null {
  const { words, vocabulary } = reading;
  const index = facetIndexOf(vocabulary);
  for (let count = Math.min(index.longest, words.length - at - 1); count >= 1; count -= 1) {
    const facet = words[at + count]?.opens ? null : facetCalled(index, words, at + count);
    const value = facet === null ? null : valueAt({ ...reading, words: words.slice(0, at + count) }, at, facet);
    if (facet !== null && value !== null && value.to === at + count)
      return { facet, values: value.values, from: at, to: at + count + 1 };
  }
  return null;
}

/** "256gb": an option's value with a number and a unit is nothing else. */
const measured: Reader = ({ words, vocabulary, text }, at) => {
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

const readers: readonly Reader[] = [size, colour, named, material, brand, measured];

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
  const index = facetIndexOf(reading.vocabulary);
  for (let count = Math.min(index.longest, reading.words.length - at); count >= 1; count -= 1) {
    const said = reading.words.slice(at, at + count);
    if (said.slice(1).some((word) => word.opens)) continue;
    const [found] = index.phrases.get(phraseKey(said.map((word) => word.text))) ?? [];
    if (found !== undefined) return { facet: found.facet, values: [found.value], from: at, to: at + count };
  }
  return null;
}
