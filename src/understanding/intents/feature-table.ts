import { type AddFeature, eachFeature } from './features.ts';

/** Sparse: `ids[i]` weighs `weights[i]`, from `from` to before `to`. */
export interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly from: number;
  readonly to: number;
}

/** A text's vector as it is read from a message, with the word that each feature comes from. */
export interface ReadVector extends Vector {
  readonly words: Int32Array;
}

export interface FeatureTable {
  readonly size: number;
  /** Of length 1 with the features that no example has, which are left out. */
  read(words: readonly string[]): ReadVector;
}

export interface Learnt {
  readonly table: FeatureTable;
  readonly vectors: readonly Vector[];
}

interface Ids {
  readonly of: Map<number, number>;
  readonly counts: number[];
}

/** How rare a feature is among the texts, so that "the" counts little: inverse document frequency. */
const rarityOf = (texts: number, having: number): number => Math.log((texts + 1) / (having + 0.5));

interface Bag {
  readonly ids: number[];
  readonly weights: number[];
}

const bagOf = (words: readonly string[], { of: known, counts }: Ids, place: Map<number, number>): Bag => {
  const bag: Bag = { ids: [], weights: [] };
  place.clear();
  eachFeature(words, (hash, weight) => {
    let id = known.get(hash);
    if (id === undefined) {
      id = counts.length;
      known.set(hash, id);
      counts.push(0);
    }
    const at = place.get(id);
    if (at !== undefined) {
      bag.weights[at] = (bag.weights[at] ?? 0) + weight;
      return;
    }
    place.set(id, bag.ids.length);
    bag.ids.push(id);
    bag.weights.push(weight);
    counts[id] = (counts[id] ?? 0) + 1;
  });
  return bag;
};

const unit = (weights: Float32Array, squares: number): void => {
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] as number) / length;
};

/** Among so many texts a feature of one alone teaches nothing, and most features are such. */
const manyTexts = 2000;

const withoutRare = (bag: Bag, { counts }: Ids): Bag => {
  const kept = bag.ids.flatMap((id, at) => ((counts[id] ?? 0) > 1 ? [at] : []));
  return { ids: kept.map((at) => bag.ids[at] ?? 0), weights: kept.map((at) => bag.weights[at] ?? 0) };
};

const vectorOf = ({ ids, weights }: Bag, rarity: Float32Array): Vector => {
  const weighted = Float32Array.from(weights, (weight, at) => weight * (rarity[ids[at] as number] as number));
  let squares = 0;
  for (const weight of weighted) squares += weight * weight;
  unit(weighted, squares);
  return { ids: Int32Array.from(ids), weights: weighted, from: 0, to: ids.length };
};

const reader = (ids: ReadonlyMap<number, number>, rarity: Float32Array, unseen: number): FeatureTable['read'] => {
  return (words) => {
    const counts = new Map<number, { id: number; weight: number; word: number }>();
    const add: AddFeature = (hash, weight, word) => {
      const known = counts.get(hash);
      if (known) known.weight += weight;
      else counts.set(hash, { id: ids.get(hash) ?? -1, weight, word });
    };
    eachFeature(words, add);
    let squares = 0;
    for (const one of counts.values()) {
      one.weight *= one.id < 0 ? unseen : (rarity[one.id] as number);
      squares += one.weight * one.weight;
    }
    const seen = [...counts.values()].filter(({ id }) => id >= 0);
    const weights = Float32Array.from(seen, ({ weight }) => weight);
    // What no example has counts too: it speaks against every flow.
    unit(weights, squares);
    const vector = { ids: Int32Array.from(seen, ({ id }) => id), weights, from: 0, to: seen.length };
    return { ...vector, words: Int32Array.from(seen, ({ word }) => word) };
  };
};

export const learnFeatures = (texts: readonly (readonly string[])[]): Learnt => {
  const ids: Ids = { of: new Map(), counts: [] };
  const place = new Map<number, number>();
  const bags = texts.map((words) => bagOf(words, ids, place));
  const rarity = Float32Array.from(ids.counts, (having) => rarityOf(texts.length, having));
  return {
    table: { size: ids.counts.length, read: reader(ids.of, rarity, rarityOf(texts.length, 0)) },
    vectors: bags.map((bag) => vectorOf(texts.length > manyTexts ? withoutRare(bag, ids) : bag, rarity)),
  };
};
