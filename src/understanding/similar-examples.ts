import { background } from './intents/background.ts';
import { type Learnt, learnFeatures, type Vector } from './intents/feature-table.ts';
import { toldWords } from './intents/features.ts';
import { type LinearModel, learnModel, scoreClasses } from './intents/linear-model.ts';
import { normalise } from './normalise.ts';
import { createSpellingMender } from './spelling.ts';

/** A sentence in the form `normalise` gives, and the flow that it starts. */
export interface LabelledExample {
  readonly flow: string;
  readonly text: string;
}

export interface FlowScore {
  readonly flow: string;
  /** -1 for a text of which nothing is known, about 1 for an example of the flow. */
  readonly score: number;
  /** Cosine of the flow's nearest example, 0 to 1; null where the flow is not the best. */
  readonly nearest: number | null;
}

/** Flows by likeness of a normalised sentence to their examples, best first. */
export type FlowScorer = (text: string) => readonly FlowScore[];

/** Flows that come below are not worth a word. */
const leastScore = -0.9;

const withoutDoubles = (examples: readonly LabelledExample[]): readonly LabelledExample[] => [
  ...new Map(examples.map((example) => [`${example.flow}\n${example.text}`, example])).values(),
];

/** A line all of whose words the examples have may well be what a flow is for. */
const foreignTo = (words: ReadonlySet<string>): readonly (readonly string[])[] =>
  background.map((line) => toldWords(normalise(line))).filter((line) => line.some((word) => !words.has(word)));

interface Scoring {
  readonly flows: readonly string[];
  readonly learnt: Learnt;
  readonly model: LinearModel;
}

const learn = (examples: readonly LabelledExample[]): Scoring => {
  const flows = [...new Set(examples.map(({ flow }) => flow))];
  const numbers = new Map(flows.map((flow, at) => [flow, at]));
  const told = examples.map(({ text }) => toldWords(text));
  const learnt = learnFeatures([...told, ...foreignTo(new Set(told.flat()))]);
  const labels = new Int32Array(learnt.rows.starts.length - 1).fill(-1);
  for (const [at, { flow }] of examples.entries()) labels[at] = numbers.get(flow) ?? -1;
  const size = { features: learnt.table.size, labels: flows.length };
  return { flows, learnt, model: learnModel({ rows: learnt.rows, labels }, size) };
};

/** Plain loops: it is run on all examples of the best flow. */
const createNearest = ({ flows, learnt }: Scoring, examples: readonly LabelledExample[]) => {
  const { starts, ids, weights } = learnt.rows;
  const rowsOf = new Map(flows.map((flow): [string, number[]] => [flow, []]));
  for (const [row, { flow }] of examples.entries()) rowsOf.get(flow)?.push(row);
  const said = new Float32Array(learnt.table.size);
  return (message: Vector, flow: string): number => {
    for (let at = 0; at < message.to; at += 1) said[message.ids[at] as number] = message.weights[at] as number;
    let best = 0;
    for (const row of rowsOf.get(flow) ?? []) {
      const to = starts[row + 1] as number;
      let cosine = 0;
      for (let at = starts[row] as number; at < to; at += 1)
        cosine += (weights[at] as number) * (said[ids[at] as number] as number);
      best = Math.max(best, cosine);
    }
    for (let at = 0; at < message.to; at += 1) said[message.ids[at] as number] = 0;
    return Math.min(1, best);
  };
};

/** A linear classifier over words, pairs, roots, letters and meanings, learnt from the examples and from what no shop is for. */
export const createFlowScorer = (given: readonly LabelledExample[]): FlowScorer => {
  const examples = withoutDoubles(given);
  const scoring = learn(examples);
  const { flows, learnt, model } = scoring;
  const nearest = createNearest(scoring, examples);
  const mend = createSpellingMender(examples.flatMap(({ text }) => text.split(' ')));
  return (text) => {
    const vector = learnt.table.read(toldWords(mend(text)));
    const scores = new Float32Array(flows.length);
    scoreClasses(model, vector, scores);
    const found: { flow: string; score: number }[] = [];
    scores.forEach((score, at) => {
      if (score > leastScore) found.push({ flow: flows[at] ?? '', score });
    });
    return found
      .sort((one, other) => other.score - one.score)
      .map((one, at) => ({ ...one, nearest: at === 0 ? nearest(vector, one.flow) : null }));
  };
};
