import { distance } from 'fastest-levenshtein';

const shortestKnown = 5;
const longestMended = 24;

/** Every spelling with one letter left out: two words that are one slip apart share one, or are one's spelling themselves. */
const shortened = (word: string): readonly string[] =>
  Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));

const isMendable = (word: string, shortest: number): boolean =>
  word.length >= shortest && word.length <= longestMended && !/\d/.test(word);

const isSwap = (word: string, other: string): boolean => {
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  return word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2);
};

/** "dress" is no slip of "address": what begins otherwise is another word. A doubled first letter ("llegó") is a beginning too. */
const isBegunAlike = (word: string, other: string): boolean =>
  word[0] === other[0] && word.slice(1) !== other && other.slice(1) !== word;

/** At most one letter after the first put in, left out, changed or swapped with its neighbour. */
export const isOneSlip = (word: string, other: string): boolean =>
  isBegunAlike(word, other) && (distance(word, other) <= 1 || (word.length === other.length && isSwap(word, other)));

const indexSpellings = (words: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const spellings = new Map<string, string[]>();
  for (const word of words.filter((one) => isMendable(one, shortestKnown))) {
    for (const spelling of [word, ...shortened(word)]) {
      const known = spellings.get(spelling);
      if (known === undefined) spellings.set(spelling, [word]);
      else known.push(word);
    }
  }
  return spellings;
};

/** Real words that are one slip from words of many triggers: "think" is no misspelt "thank". */
const realWords: ReadonlySet<string> = new Set(
  'think thing thinks things might fight light night sight these those there their where whose while would could should mould being seeing other mother father brother another worth world word works wording hard hare lost host most post past last list least feast beast coast roast toast form farm firm from'.split(
    ' ',
  ),
);

/**
 * Puts the known word in the place of each unknown one that is one slip away from it; of several the first known.
 *
 * @param others Words on their own that are no part of the vocabulary: they are not misspelt either.
 */
export const createSpellingMender = (
  vocabulary: readonly string[],
  others: ReadonlySet<string> = new Set(),
): ((text: string) => string) => {
  const words = new Set(vocabulary);
  const spellings = indexSpellings([...words]);
  const meant = (word: string): string => {
    if (words.has(word) || others.has(word) || realWords.has(word) || !isMendable(word, shortestKnown - 1)) return word;
    const near = [word, ...shortened(word)].flatMap((spelling) => spellings.get(spelling) ?? []);
    return near.find((candidate) => isOneSlip(word, candidate)) ?? word;
  };
  return (text) => text.split(' ').map(meant).join(' ');
};
