import { background } from './intents/background.ts';
import { closedWords } from './intents/closed-words.ts';
import { conceptsIn } from './intents/concepts.ts';
import { type Learnt, learnFeatures, type Vector } from './intents/feature-table.ts';
import { toldWords } from './intents/features.ts';
import { type LeftOut, learnModel } from './intents/learn-model.ts';
import { type LinearModel, scoreClasses } from './intents/linear-model.ts';
import { shopSubjects } from './intents/shop-subjects.ts';
import { stemOf } from './intents/stem.ts';
import { normalise } from './normalise.ts';
import { createSpellingMender } from './spelling.ts';
import { colourNames } from './wish/colours.ts';
import { materialNames } from './wish/materials.ts';

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

export interface FlowScorer {
  /** Flows by likeness of a normalised sentence to their examples, best first. */
  score(text: string): readonly FlowScore[];
  /** A flow that scores less is not meant, whatever the others score. */
  readonly leastMeant: number;
}

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
  readonly leftOut: readonly LeftOut[];
}

/** A shop of fewer examples does not say yet what it is about, and what not. */
const tellingExamples = 100;

const subjects = shopSubjects.map((lines) => lines.map((line) => toldWords(normalise(line))));

/** Row numbers of each subject's sentences, which come after all others. */
const subjectRows = (about: typeof subjects, from: number): readonly (readonly number[])[] => {
  let next = from;
  return about.map((lines) => lines.map(() => next++));
};

const learn = (examples: readonly LabelledExample[]): Scoring => {
  const flows = [...new Set(examples.map(({ flow }) => flow))];
  const numbers = new Map(flows.map((flow, at) => [flow, at]));
  const told = examples.map(({ text }) => toldWords(text));
  const sentences = [...told, ...foreignTo(new Set(told.flat()))];
  const about = examples.length < tellingExamples ? [] : subjects;
  const learnt = learnFeatures([...sentences, ...about.flat()]);
  const labels = Int32Array.from(sentences, (_, at) => numbers.get(examples[at]?.flow ?? '') ?? -1);
  const size = { features: learnt.table.size, labels: flows.length };
  return {
    flows,
    learnt,
    ...learnModel({ rows: learnt.rows, labels, subjects: subjectRows(about, sentences.length) }, size),
  };
};

/** So many examples in a hundred, each read as if it had not been learnt, lie below what is refused, or near it. */
const farthest = 0.06;
const strictest = -0.45;
const usual = -0.52;
const mildest = -0.62;

/** Where examples lie near each other, what lies farther off is not meant: the line is drawn at half of what the shop's own ask for. */
const leastMeantOf = (leftOut: readonly LeftOut[]): number => {
  if (leftOut.length < tellingExamples) return usual;
  const right = leftOut.filter(({ isRight }) => isRight).map(({ score }) => score);
  const edge = right.sort((one, other) => one - other)[Math.floor(farthest * leftOut.length)] ?? -1;
  return Math.min(strictest, Math.max(mildest, 0.5 * edge - 0.24));
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

/** Words that stand in no need of mending: the commonest of each language, and what people write to shops and elsewhere. */
const wordsOnTheirOwn: ReadonlySet<string> = new Set(
  [...Object.values(closedWords), ...background, ...shopSubjects.flat(), ...colourNames, ...materialNames].flatMap(
    (text) => normalise(text).split(' '),
  ),
);

const mostShort = 2;

/** So short a message says no more than its words: one has to be of the flow's own, or the letters of a thing's name would do. */
const createShortReading = (examples: readonly LabelledExample[]) => {
  const own = new Map<string, Set<string | number>>();
  for (const { flow, text } of examples) {
    const known = own.get(flow) ?? new Set();
    own.set(flow, known);
    for (const word of toldWords(text)) for (const sign of signsOf(word)) known.add(sign);
  }
  return (told: readonly string[], flow: string): boolean =>
    told.length > mostShort || told.flatMap(signsOf).some((sign) => own.get(flow)?.has(sign));
};

const signsOf = (word: string): readonly (string | number)[] => [word, stemOf(word), ...conceptsIn(word)];

/** A linear classifier over words, pairs, roots, letters and meanings, learnt from the examples and from what no shop is for. */
export const createFlowScorer = (given: readonly LabelledExample[]): FlowScorer => {
  const examples = withoutDoubles(given);
  const scoring = learn(examples);
  const { flows, learnt, model, leftOut } = scoring;
  const nearest = createNearest(scoring, examples);
  const mend = createSpellingMender(
    examples.flatMap(({ text }) => text.split(' ')),
    wordsOnTheirOwn,
  );
  const mayMean = createShortReading(examples);
  const score: FlowScorer['score'] = (text) => {
    const told = toldWords(mend(text));
    const vector = learnt.table.read(told);
    const scores = new Float32Array(flows.length);
    scoreClasses(model, vector, scores);
    const found: { flow: string; score: number }[] = [];
    scores.forEach((score, at) => {
      const flow = flows[at] ?? '';
      if (score > leastScore && mayMean(told, flow)) found.push({ flow, score });
    });
    return found
      .sort((one, other) => other.score - one.score)
      .map((one, at) => ({ ...one, nearest: at === 0 ? nearest(vector, one.flow) : null }));
  };
  return { score, leastMeant: leastMeantOf(leftOut) };
};
