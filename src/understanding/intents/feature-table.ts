import { eachPair, featuresOfWord, type WordFeatures } from './features.ts';
import { createIntegerTable, type IntegerTable } from './integer-table.ts';

/** Sparse: `ids[i]` weighs `weights[i]`, from `from` to before `to`. */
export interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly from: number;
  readonly to: number;
}

/** Texts as the rows of one sparse matrix: row `r` is what stands from `starts[r]` to before `starts[r + 1]`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

export interface FeatureTable {
  readonly size: number;
  /** Of length 1 with the features that no example has, which are left out. */
  read(words: readonly string[]): Vector;
}

export interface Learnt {
  readonly table: FeatureTable;
  readonly rows: Rows;
}

/** How rare a feature is among the texts, so that "the" counts little: inverse document frequency. */
const rarityOf = (texts: number, having: number): number => Math.log((texts + 1) / (having + 0.5));

interface Counted {
  readonly starts: Int32Array;
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** Feature → texts that have it. */
  readonly having: readonly number[];
}

type FeaturesOf = (word: string) => WordFeatures;

/** The same words come again and again: what each is told by is worked out once. */
const createRemembering = (): FeaturesOf => {
  const known = new Map<string, WordFeatures>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const features = featuresOfWord(word);
    known.set(word, features);
    return features;
  };
};

/** Calls `add` for all that a text is told by; a feature may come more than once. */
const eachFeature = (words: readonly string[], featuresOf: FeaturesOf, add: (hash: number, weight: number) => void) => {
  const own: number[] = [];
  for (const word of words) {
    const { hash, hashes, weights } = featuresOf(word);
    own.push(hash);
    for (let at = 0; at < hashes.length; at += 1) add(hashes[at] as number, weights[at] as number);
  }
  eachPair(own, add);
};

const count = (texts: readonly (readonly string[])[], table: IntegerTable): Counted => {
  const starts = new Int32Array(texts.length + 1);
  const ids: number[] = [];
  const weights: number[] = [];
  const having: number[] = [];
  const lastPlace: number[] = [];
  const featuresOf = createRemembering();
  let from = 0;
  const add = (hash: number, weight: number): void => {
    const id = table.place(hash);
    if (id === having.length) {
      having.push(0);
      lastPlace.push(-1);
    }
    const at = lastPlace[id] as number;
    if (at >= from) {
      weights[at] = (weights[at] as number) + weight;
      return;
    }
    lastPlace[id] = ids.length;
    having[id] = (having[id] as number) + 1;
    ids.push(id);
    weights.push(weight);
  };
  for (const [row, words] of texts.entries()) {
    from = ids.length;
    eachFeature(words, featuresOf, add);
    starts[row + 1] = ids.length;
  }
  return { starts, ids, weights, having };
};

/** Among so many texts a feature of one alone teaches nothing, and most features are such. */
const manyTexts = 2000;

/** Old number → new number, -1 for features that are left out. */
const keptNumbers = (having: readonly number[], least: number): Int32Array => {
  let next = 0;
  return Int32Array.from(having, (texts) => {
    if (texts < least) return -1;
    next += 1;
    return next - 1;
  });
};

const unit = (weights: Float32Array, from: number, to: number, squares: number): void => {
  const length = Math.sqrt(squares) || 1;
  for (let at = from; at < to; at += 1) weights[at] = (weights[at] as number) / length;
};

const weighedRows = (counted: Counted, numbers: Int32Array, rarity: Float32Array): Rows => {
  const starts = new Int32Array(counted.starts.length);
  const ids = new Int32Array(counted.ids.length);
  const weights = new Float32Array(counted.ids.length);
  let next = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const from = next;
    let squares = 0;
    for (let at = counted.starts[row] as number; at < (counted.starts[row + 1] as number); at += 1) {
      const id = numbers[counted.ids[at] as number] as number;
      if (id < 0) continue;
      const weight = (counted.weights[at] as number) * (rarity[id] as number);
      ids[next] = id;
      weights[next] = weight;
      squares += weight * weight;
      next += 1;
    }
    unit(weights, from, next, squares);
    starts[row + 1] = next;
  }
  return { starts, ids: ids.slice(0, next), weights: weights.slice(0, next) };
};

/** What no example has counts too: it speaks against every flow. */
const reader = (table: IntegerTable, rarity: Float32Array, unseen: number): FeatureTable['read'] => {
  return (words) => {
    const places = new Map<number, number>();
    const ids: number[] = [];
    const found: number[] = [];
    eachFeature(words, featuresOfWord, (hash, weight) => {
      const at = places.get(hash);
      if (at !== undefined) {
        found[at] = (found[at] as number) + weight;
        return;
      }
      places.set(hash, ids.length);
      ids.push(table.find(hash));
      found.push(weight);
    });
    const seen = new Int32Array(ids.length);
    const weights = new Float32Array(ids.length);
    let to = 0;
    let squares = 0;
    for (const [at, id] of ids.entries()) {
      const weight = (found[at] as number) * (id < 0 ? unseen : (rarity[id] as number));
      squares += weight * weight;
      if (id < 0) continue;
      seen[to] = id;
      weights[to] = weight;
      to += 1;
    }
    unit(weights, 0, to, squares);
    return { ids: seen, weights, from: 0, to };
  };
};

export const learnFeatures = (texts: readonly (readonly string[])[]): Learnt => {
  const table = createIntegerTable();
  const counted = count(texts, table);
  const numbers = keptNumbers(counted.having, texts.length > manyTexts ? 2 : 1);
  table.renumber(numbers);
  const rarity = new Float32Array(table.count());
  for (const [old, id] of numbers.entries()) if (id >= 0) rarity[id] = rarityOf(texts.length, counted.having[old] ?? 0);
  return {
    table: { size: table.count(), read: reader(table, rarity, rarityOf(texts.length, 0)) },
    rows: weighedRows(counted, numbers, rarity),
  };
};
