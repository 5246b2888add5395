import { addTo, type Labelled, type Problem, solve } from './descent.ts';
import type { Rows, Vector } from './feature-table.ts';
import { type LinearModel, modelOf, nothing, type Size, scoreClasses } from './linear-model.ts';

/** Nearest other classes whose learning takes a sentence in; all others are too far from it to learn anything. */
const rivals = 3;
/** A sentence that scores more for a class that is not its own is taken in afterwards. */
const nearEnough = -0.3;
/** Sentences that are alike in all flows would take in every one of them. */
const mostMissed = 6;
/** Weights below this change no rank. */
const noise = 1e-4;
/** To see which classes are near a sentence, less will do. */
const roughNoise = 0.005;

/** A class's members as they are found, by class. */
type Members = readonly number[][];

const ownMembers = (labels: Int32Array, size: Size): Members => {
  const members: Members = Array.from({ length: size.labels }, () => []);
  for (const [row, label] of labels.entries()) members[label]?.push(row);
  return members;
};

/** The sum of a class's sentences: good enough to see which classes are near a sentence. */
const centres = ({ rows }: Labelled, members: Members, size: Size): LinearModel =>
  modelOf(size, roughNoise, (label, weights) => {
    const own = members[label] ?? [];
    for (const row of own) addTo(weights, rows, { row, by: 1 / Math.sqrt(own.length) });
  });

const bestOf = (scores: Float32Array): number => {
  let best = 0;
  for (let label = 1; label < scores.length; label += 1)
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  return best;
};

const vectorAt = ({ starts, ids, weights }: Rows, row: number): Vector => ({
  ids,
  weights,
  from: starts[row] as number,
  to: starts[row + 1] as number,
});

const scoresOf = ({ rows }: Labelled, model: LinearModel, row: number): Float32Array => {
  const scores = new Float32Array(model.labels);
  scoreClasses(model, vectorAt(rows, row), scores);
  return scores;
};

const eachScored = (
  { rows, labels }: Labelled,
  model: LinearModel,
  look: (row: number, scores: Float32Array) => void,
): void => {
  const scores = new Float32Array(model.labels);
  const vector = { ids: rows.ids, weights: rows.weights, from: 0, to: 0 };
  for (let row = 0; row < labels.length; row += 1) {
    vector.from = rows.starts[row] as number;
    vector.to = rows.starts[row + 1] as number;
    scoreClasses(model, vector, scores);
    look(row, scores);
  }
};

/** Takes the classes one by one out of `scores`. */
const joinNearest = (members: Members, scores: Float32Array, row: number): void => {
  for (let count = 0; count < rivals; count += 1) {
    const rival = bestOf(scores);
    if ((scores[rival] ?? Number.NEGATIVE_INFINITY) === Number.NEGATIVE_INFINITY) return;
    scores[rival] = Number.NEGATIVE_INFINITY;
    members[rival]?.push(row);
  }
};

const addRivals = (sentences: Labelled, model: LinearModel, members: Members): void =>
  eachScored(sentences, model, (row, scores) => {
    const own = sentences.labels[row] as number;
    if (own >= 0) scores[own] = Number.NEGATIVE_INFINITY;
    joinNearest(members, scores, row);
  });

/** A class that scores a subject's two nearest sentences above this is about it. */
const isAbout = -0.35;

const nearestTwo = (best: readonly number[]): number => {
  const [first = nothing, second = first] = [...best].sort((one, other) => other - one);
  return (first + second) / 2;
};

/** Sentences of a subject that no class is about belong to none. */
const addSubjects = (sentences: Labelled, model: LinearModel, members: Members): void => {
  for (const rows of sentences.subjects) {
    const scored = rows.map((row) => ({ row, scores: scoresOf(sentences, model, row) }));
    if (nearestTwo(scored.map(({ scores }) => scores[bestOf(scores)] ?? nothing)) > isAbout) continue;
    for (const { row, scores } of scored) joinNearest(members, scores, row);
  }
};

const addMissed = (sentences: Labelled, model: LinearModel, members: Members): void => {
  const joined = members.map((known) => new Set(known));
  eachScored(sentences, model, (row, scores) => {
    let missed = 0;
    for (let rival = 0; rival < scores.length && missed < mostMissed; rival += 1) {
      if ((scores[rival] as number) <= nearEnough || rival === sentences.labels[row] || joined[rival]?.has(row))
        continue;
      missed += 1;
      members[rival]?.push(row);
    }
  });
};

const problemsOf = (members: Members, before: readonly Problem[]): readonly Problem[] =>
  members.map((rows, label) => {
    const duals = new Float32Array(rows.length);
    duals.set(before[label]?.duals ?? []);
    return { label, members: Int32Array.from(rows), duals };
  });

interface Effort {
  readonly passes: number;
  readonly noise: number;
}

/** Begins where the duals stand. */
const learnOnce = (
  problems: readonly Problem[],
  sentences: Labelled,
  size: Size,
  { passes, noise: least }: Effort,
): LinearModel =>
  modelOf(size, least, (label, weights) => {
    const problem = problems[label] as Problem;
    for (const [at, row] of problem.members.entries()) {
      const dual = problem.duals[at] as number;
      if (dual > 0) addTo(weights, sentences.rows, { row, by: sentences.labels[row] === label ? dual : -dual });
    }
    solve(problem, sentences, weights, passes);
  });

/** Only to see what is missed: the second time goes on from where this one stops. */
const first = { passes: 4, noise: roughNoise };
const second = { passes: 15, noise };

/** What an example would score for its own class had it not been learnt. */
export interface LeftOut {
  readonly score: number;
  /** No other class scores more. */
  readonly isRight: boolean;
}

/** So many tell how far examples lie from each other. */
const mostLeftOut = 1000;

const ownDuals = ({ labels }: Labelled, problems: readonly Problem[]): Float32Array => {
  const own = new Float32Array(labels.length);
  for (const { label, members, duals } of problems)
    for (const [at, row] of members.entries()) if (labels[row] === label) own[row] = duals[at] as number;
  return own;
};

/**
 * A sentence of length 1 adds its dual to its own score; had it not been learnt, it would have scored about that much less
 * (Jaakkola and Haussler, AISTATS 1999).
 */
const leaveOut = (sentences: Labelled, problems: readonly Problem[], model: LinearModel): readonly LeftOut[] => {
  const duals = ownDuals(sentences, problems);
  const examples = [...sentences.labels.keys()].filter((row) => (sentences.labels[row] as number) >= 0);
  const every = Math.ceil(examples.length / mostLeftOut);
  return examples
    .filter((_, at) => at % every === 0)
    .map((row) => {
      const label = sentences.labels[row] as number;
      const scores = scoresOf(sentences, model, row);
      const score = (scores[label] as number) - (duals[row] as number);
      scores[label] = score;
      return { score, isRight: bestOf(scores) === label };
    });
};

export interface LearntModel {
  readonly model: LinearModel;
  readonly leftOut: readonly LeftOut[];
}

/** Deterministic: the same sentences in the same order give the same model. */
export const learnModel = (sentences: Labelled, size: Size): LearntModel => {
  const members = ownMembers(sentences.labels, size);
  addRivals(sentences, centres(sentences, members, size), members);
  const roughly = problemsOf(members, []);
  const rough = learnOnce(roughly, sentences, size, first);
  addMissed(sentences, rough, members);
  addSubjects(sentences, rough, members);
  const problems = problemsOf(members, roughly);
  const model = learnOnce(problems, sentences, size, second);
  return { model, leftOut: leaveOut(sentences, problems, model) };
};
