import { conceptsIn } from './concepts.ts';
import { spelledOut } from './shorthand.ts';
import { stemOf } from './stem.ts';

/** What a text is told by: the hash of a feature, and how much it weighs. */
export type AddFeature = (hash: number, weight: number) => void;

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

/** What a word is told by wherever it stands, and the hash that its pairs are made of. */
export interface WordFeatures {
  readonly hash: number;
  readonly hashes: readonly number[];
  readonly weights: readonly number[];
}

const addGrams = (word: string, add: AddFeature): void => {
  const padded = `<${word}>`;
  for (const length of gramLengths) {
    for (let from = 0; from + length <= padded.length; from += 1) {
      let hash = mix(start, seedOf.gram + length);
      for (let letter = from; letter < from + length; letter += 1) hash = mix(hash, padded.charCodeAt(letter));
      add(hash, weightOf.gram);
    }
  }
};

/** Roots, three and four letters survive endings and typos; what a word is about brings words together that no example has. */
export const featuresOfWord = (word: string): WordFeatures => {
  const hash = hashOf(word, seedOf.word);
  const hashes = [hash, hashOf(stemOf(word), seedOf.root)];
  const weights: number[] = [weightOf.word, weightOf.root];
  const add: AddFeature = (feature, weight) => {
    hashes.push(feature);
    weights.push(weight);
  };
  for (const concept of conceptsIn(word)) add(mix(mix(start, seedOf.concept), concept), weightOf.concept);
  addGrams(word, add);
  return { hash, hashes, weights };
};

/** The words that a normalised text is told by. */
export const toldWords = (text: string): readonly string[] => spelledOut(text).slice(0, mostWords);

/** Words carry the meaning, pairs the order: those of neighbours, and with one word between. `words`: the words' own hashes. */
export const eachPair = (words: readonly number[], add: AddFeature): void => {
  let before: number = seedOf.edge;
  let twoBefore: number | null = null;
  for (const hash of words) {
    add(mix(mix(seedOf.pair, before), hash), weightOf.pair);
    if (twoBefore !== null) add(mix(mix(seedOf.apart, twoBefore), hash), weightOf.apart);
    twoBefore = before;
    before = hash;
  }
  add(mix(mix(seedOf.pair, before), seedOf.edge), weightOf.pair);
};
