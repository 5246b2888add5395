import { createSpellingMender } from './spelling.ts';

/** A sentence in the form `normalise` gives, and the flow that it starts. */
export interface LabelledExample {
  readonly flow: string;
  readonly text: string;
}

export interface FlowScore {
  readonly flow: string;
  /** Cosine of the nearest example, 0 to 1. */
  readonly score: number;
}

/** Flows by likeness of a normalised sentence to their examples, best first. */
export type FlowScorer = (text: string) => readonly FlowScore[];

const mostWords = 40;
/** Below this likeness nothing is said of a flow. */
const leastScore = 0.1;
/** Grams in a larger share of the examples tell no flow from another, and cost the most. */
const commonShare = 0.05;
const fewExamples = 50;
const weightOf = { word: 1, pair: 0.6, gram: 0.35 } as const;

type AddFeature = (feature: string, weight: number) => void;

const addGrams = (word: string, add: AddFeature): void => {
  const padded = `<${word}>`;
  for (let at = 0; at + 3 <= padded.length; at += 1) add(padded.slice(at, at + 3), weightOf.gram);
};

/** Words carry the meaning, pairs the order, three-letter grams survive typos and endings. */
const eachFeature = (text: string, add: AddFeature): void => {
  let before = '';
  for (const word of text.split(' ', mostWords)) {
    // The space keeps the word "our" apart from the letters of "your".
    add(` ${word}`, weightOf.word);
    if (before !== '') add(`${before} ${word}`, weightOf.pair);
    addGrams(word, add);
    before = word;
  }
};

const countFeatures = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  eachFeature(text, (feature, weight) => counts.set(feature, (counts.get(feature) ?? 0) + weight));
  return counts;
};

interface Posting {
  readonly rarity: number;
  readonly examples: Int32Array;
  readonly weights: Float32Array;
}

interface Index {
  readonly postings: ReadonlyMap<string, Posting>;
  /** Rarity of a word that no example has: it speaks against every flow. */
  readonly unseen: number;
  readonly size: number;
}

const rarityOf = (examples: number, having: number): number => Math.log((examples + 1) / (having + 0.5));

const documentFrequencies = (vectors: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> => {
  const frequencies = new Map<string, number>();
  for (const vector of vectors)
    for (const feature of vector.keys()) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1);
  return frequencies;
};

const normOf = (weights: Iterable<number>): number => {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum) || 1;
};

const indexExamples = (texts: readonly string[]): Index => {
  const vectors = texts.map(countFeatures);
  const frequencies = documentFrequencies(vectors);
  const mostExamples = Math.max(fewExamples, texts.length * commonShare);
  const rarity = (feature: string): number => {
    const having = frequencies.get(feature) ?? 0;
    return having > mostExamples && !feature.includes(' ') ? 0 : rarityOf(texts.length, having);
  };
  const lists = new Map<string, [number, number][]>();
  vectors.forEach((vector, example) => {
    const weighted = Array.from(vector, ([feature, count]): [string, number] => [feature, count * rarity(feature)]);
    const norm = normOf(weighted.map(([, weight]) => weight));
    for (const [feature, weight] of weighted) {
      const list = lists.get(feature);
      if (list === undefined) lists.set(feature, [[example, weight / norm]]);
      else list.push([example, weight / norm]);
    }
  });
  const postings = new Map(
    Array.from(lists, ([feature, list]): [string, Posting] => [
      feature,
      {
        rarity: rarity(feature),
        examples: Int32Array.from(list, ([example]) => example),
        weights: Float32Array.from(list, ([, weight]) => weight),
      },
    ]),
  );
  return { postings, unseen: rarityOf(texts.length, 0), size: texts.length };
};

// Plain loops from here on: this is what every message that matches nothing exactly pays for.
const addPosting = (scores: Float32Array, { examples, weights }: Posting, weight: number): void => {
  for (let at = 0; at < examples.length; at += 1) {
    scores[examples[at] as number] = (scores[examples[at] as number] as number) + weight * (weights[at] as number);
  }
};

/** Adds up the text's likeness to every example in `scores`; what it returns divides them into cosines. */
const scoreExamples = (text: string, { postings, unseen }: Index, scores: Float32Array): number => {
  let squares = 0;
  for (const [feature, count] of countFeatures(text)) {
    const posting = postings.get(feature);
    const weight = count * (posting?.rarity ?? unseen);
    squares += weight * weight;
    if (posting !== undefined && weight > 0) addPosting(scores, posting, weight);
  }
  return Math.sqrt(squares) || 1;
};

const bestOfFlows = (scores: Float32Array, flowOf: Int32Array, flows: number): Float32Array => {
  const best = new Float32Array(flows);
  for (let example = 0; example < scores.length; example += 1) {
    const flow = flowOf[example] as number;
    if ((scores[example] as number) > (best[flow] as number)) best[flow] = scores[example] as number;
  }
  return best;
};

/** TF-IDF over words, word pairs and letter grams; the nearest example speaks for its flow. */
export const createFlowScorer = (examples: readonly LabelledExample[]): FlowScorer => {
  const index = indexExamples(examples.map(({ text }) => text));
  const mend = createSpellingMender(examples.flatMap(({ text }) => text.split(' ')));
  const flows = [...new Set(examples.map(({ flow }) => flow))];
  const flowOf = Int32Array.from(examples, ({ flow }) => flows.indexOf(flow));
  return (text) => {
    const scores = new Float32Array(index.size);
    const norm = scoreExamples(mend(text), index, scores);
    const best = bestOfFlows(scores, flowOf, flows.length);
    const found: FlowScore[] = [];
    best.forEach((score, at) => {
      if (score / norm >= leastScore) found.push({ flow: flows[at] ?? '', score: score / norm });
    });
    return found.sort((one, other) => other.score - one.score);
  };
};
