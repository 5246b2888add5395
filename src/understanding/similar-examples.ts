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
    add(word, weightOf.word);
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
  const rarity = (feature: string): number => rarityOf(texts.length, frequencies.get(feature) ?? 0);
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

const addPosting = (scores: Float32Array, { examples, weights }: Posting, weight: number): void => {
  for (let at = 0; at < examples.length; at += 1) {
    const example = examples[at] ?? 0;
    scores[example] = (scores[example] ?? 0) + weight * (weights[at] ?? 0);
  }
};

/** Cosine of the text with every example. */
const cosines = (text: string, { postings, unseen, size }: Index): Float32Array => {
  const scores = new Float32Array(size);
  let squares = 0;
  for (const [feature, count] of countFeatures(text)) {
    const posting = postings.get(feature);
    const weight = count * (posting?.rarity ?? unseen);
    squares += weight * weight;
    if (posting !== undefined) addPosting(scores, posting, weight);
  }
  const norm = Math.sqrt(squares) || 1;
  return scores.map((score) => score / norm);
};

/** TF-IDF over words, word pairs and letter grams; the nearest example speaks for its flow. */
export const createFlowScorer = (examples: readonly LabelledExample[]): FlowScorer => {
  const index = indexExamples(examples.map(({ text }) => text));
  const flows = [...new Set(examples.map(({ flow }) => flow))];
  const flowOf = Int32Array.from(examples, ({ flow }) => flows.indexOf(flow));
  return (text) => {
    const best = new Float32Array(flows.length);
    cosines(text, index).forEach((score, example) => {
      const flow = flowOf[example] ?? 0;
      if (score > (best[flow] ?? 0)) best[flow] = score;
    });
    const scores: FlowScore[] = [];
    best.forEach((score, at) => {
      if (score > 0) scores.push({ flow: flows[at] ?? '', score });
    });
    return scores.sort((one, other) => other.score - one.score);
  };
};
