import { facetIndexOf } from './facet-index.ts';
import { articles, type FacetReader, type FacetReading, inWords, sizeWords } from './facet-reading.ts';
import { sizeAt } from './sizes.ts';

const sizeJoiners = new Set('is in a an of number no nr'.split(' '));
/** A word after which what follows is no size: "size from 40" says where a range begins. */
const ranges = /^(?:from|to|up|between|under|over|bis|von|ab|desde|hasta|de|a)$/u;

function isRange({ text }: FacetReading, end: number): boolean {
  return /^\s*(?:-|–|to|or|bis|a)\s*\d/u.test(text.slice(end, end + 8));
}

/** "size 40", "in M", "queen size", "xl". */
export const readSize: FacetReader = (reading, at) => {
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
