import type { Found, Reading } from './found.ts';
import type { Changes, Reference } from './reference.ts';
import { ands, buts, changes, indefinite, likes, things } from './reference-words.ts';

const mostChangeWords = 4;
const preposition = /^(?:in|en|em|auf|में|في|for|size|talla|grosse|tamanho|without|with|sin|sem|ohne|mit|con|com)$/u;

/** "in a bigger size": with the comparative gone, nothing is left of it. */
const sizeAlone = /^(?:in |en |em |auf )?(?:an? |the |una? |uma? |einer )?(?:sizes?|talla|tamanho|größe)$/iu;

/** Splits what stands around a reference into what should be otherwise and what is left. */
export function readChanges(reading: Reading, found: Found): Reference {
  const around = reading.words.map((_, at) => at < found.from || at >= found.to);
  const { taken, price, size } = comparatives(reading, around);
  const turn = isAnother(reading, found) ? found.to : turnAt(reading, found.to, taken);
  const after = (at: number) => turn !== null && at >= turn;
  const describes = found.from === found.to - 1 && isThingLeft(reading, found);
  const free = (at: number) => around[at] === true && !taken.has(at);
  const words = phraseOf(reading, (at) => free(at) && !after(at) && !(describes && isThing(reading, at)));
  const others = phraseOf(reading, (at) => free(at) && after(at) && !isThing(reading, at));
  const other = size !== null && sizeAlone.test(others) ? '' : others;
  const but = price === null && size === null && other === '' ? null : { price, size, words: other };
  return { which: found.which, but, like: isLike(reading, found.from), words };
}

const whoLikes = /^(?:i|we|id|would|d|u|you|ich|me|yo|eu|also|really)$/u;

/** "something like the 2nd": not "I like the 2nd". */
function isLike({ words }: Reading, from: number): boolean {
  const at = /^(?:to|zu|a|ao)$/u.test(words[from - 1]?.text ?? '') ? from - 2 : from - 1;
  return likes.has(words[at]?.text ?? '') && !whoLikes.test(words[at - 1]?.text ?? '');
}

interface Comparatives extends Pick<Changes, 'price' | 'size'> {
  readonly taken: ReadonlySet<number>;
}

function comparatives({ words }: Reading, around: readonly boolean[]): Comparatives {
  const taken = new Set<number>();
  let price: Changes['price'] = null;
  let size: Changes['size'] = null;
  for (let at = 0; at < words.length; at += 1) {
    const count = around[at]
      ? changeLength(
          words.map((word) => word.text),
          at,
        )
      : 0;
    const change = changes.get(
      words
        .slice(at, at + count)
        .map((word) => word.text)
        .join(' '),
    );
    if (count === 0 || change === undefined) continue;
    price = change.price ?? price;
    size = change.size ?? size;
    for (let index = at; index < at + count; index += 1) taken.add(index);
    at += count - 1;
  }
  return { taken, price, size };
}

function changeLength(words: readonly string[], at: number): number {
  for (let count = mostChangeWords; count >= 1; count -= 1) {
    if (at + count <= words.length && changes.has(words.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

/** Where what should be otherwise begins: after "but", or with "in blue" behind the reference. */
function turnAt({ words }: Reading, from: number, taken: ReadonlySet<number>): number | null {
  const verb = /^(?:come|comes|available|made|sold)$/u.test(words[from]?.text ?? '') ? from + 1 : from;
  const led =
    preposition.test(words[verb]?.text ?? '') && !/^(?:stock|lager|estoque|me|my)$/u.test(words[verb + 1]?.text ?? '');
  if (led) return verb;
  const at = words.findIndex((word, index) => index >= from && (buts.has(word.text) || taken.has(index)));
  return at === -1 ? null : at;
}

/** "the blue one": the article alone was taken. */
function isThingLeft({ words }: Reading, { to }: Found): boolean {
  return words.slice(to).some((word) => things.has(word.text));
}

/** "a red one" is not the one that was seen. */
function isAnother({ words }: Reading, { which, from, to }: Found): boolean {
  return which === 'last-seen' && to === from + 1 && indefinite.has(words[from]?.text ?? '');
}

function isThing({ words }: Reading, at: number): boolean {
  return things.has(words[at]?.text ?? '');
}

/** The kept words as written, without the little words that only tied them to others. */
function phraseOf({ text, words }: Reading, keep: (at: number) => boolean): string {
  const kept = words.map((_, at) => at).filter(keep);
  while (kept.length > 0 && isTie(words[kept[0] ?? 0]?.text ?? '')) kept.shift();
  while (kept.length > 0 && isTie(words[kept.at(-1) ?? 0]?.text ?? '')) kept.pop();
  return kept.map((at) => text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0)).join(' ');
}

function isTie(word: string): boolean {
  return (
    (ands.has(word) && !preposition.test(word)) ||
    buts.has(word) ||
    indefinite.has(word) ||
    /^(?:please|pls)$/u.test(word)
  );
}
