import { conceptsIn } from './concepts.ts';
import { spelledOut } from './shorthand.ts';
import { stemOf } from './stem.ts';

/** What a text is told by: the hash of a feature, how much it weighs, and the word that it comes from. */
export type AddFeature = (hash: number, weight: number, word: number) => void;

const mostWords = 40;
const gramLengths = [3, 4];
const weightOf = { word: 1, pair: 0.8, apart: 0.4, root: 0.7, gram: 0.5, concept: 0.7 } as const;
/** Features of different kinds with the same letters stay apart. */
const seedOf = { word: 11, pair: 23, apart: 37, root: 41, gram: 53, concept: 67, edge: 79 } as const;

// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
const prime = 0x01000193;
const start = 0x811c9dc5;

const mix = (hash: number, value: number): number => Math.imul(hash ^ value, prime);

const hashOf = (text: string, seed: number): number => {
  let hash = mix(start, seed);
  for (let at = 0; at < text.length; at += 1) hash = mix(hash, text.charCodeAt(at));
  return hash;
};

const addGrams = (word: string, at: number, add: AddFeature): void => {
  const padded = `<${word}>`;
  for (const length of gramLengths) {
    for (let from = 0; from + length <= padded.length; from += 1) {
      let hash = mix(start, seedOf.gram + length);
      for (let letter = from; letter < from + length; letter += 1) hash = mix(hash, padded.charCodeAt(letter));
      add(hash, weightOf.gram, at);
    }
  }
};

const addWord = (word: string, at: number, add: AddFeature): number => {
  const hash = hashOf(word, seedOf.word);
  add(hash, weightOf.word, at);
  add(hashOf(stemOf(word), seedOf.root), weightOf.root, at);
  for (const concept of conceptsIn(word)) add(mix(mix(start, seedOf.concept), concept), weightOf.concept, at);
  addGrams(word, at, add);
  return hash;
};

/** The words that a normalised text is told by. */
export const toldWords = (text: string): readonly string[] => spelledOut(text).slice(0, mostWords);

/**
 * Words carry the meaning, pairs the order; roots, three and four letters survive endings and typos; what a word is about
 * brings words together that no example has.
 */
export const eachFeature = (words: readonly string[], add: AddFeature): void => {
  let before: number = seedOf.edge;
  let twoBefore: number | null = null;
  for (const [at, word] of words.entries()) {
    const hash = addWord(word, at, add);
    add(mix(mix(seedOf.pair, before), hash), weightOf.pair, at);
    if (twoBefore !== null) add(mix(mix(seedOf.apart, twoBefore), hash), weightOf.apart, at);
    twoBefore = before;
    before = hash;
  }
  add(mix(mix(seedOf.pair, before), seedOf.edge), weightOf.pair, words.length - 1);
};
