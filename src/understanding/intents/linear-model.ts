import type { Rows, Vector } from './feature-table.ts';

/** Sentences to learn from, a row each. */
export interface Labelled {
  readonly rows: Rows;
  /** Row → the class it belongs to, -1 for none of them. */
  readonly labels: Int32Array;
}

/** Weights by feature: feature `f` gives class `classes[i]` `weights[i]` for i from `starts[f]` to before `starts[f + 1]`. */
export interface LinearModel {
  readonly starts: Int32Array;
  readonly classes: Int32Array;
  readonly weights: Float32Array;
  readonly labels: number;
}

/** A text of which nothing is known belongs to no class: -1; a learnt sentence comes to about 1 for its own. */
const nothing = -1;

/** Scores of all classes for a vector. Plain loops: every message and every learnt sentence pays for it. */
export const scoreClasses = (model: LinearModel, vector: Vector, scores: Float32Array): void => {
  const { starts, classes, weights } = model;
  const { ids, weights: values, from, to } = vector;
  scores.fill(nothing);
  for (let at = from; at < to; at += 1) {
    const feature = ids[at] as number;
    const value = values[at] as number;
    const end = starts[feature + 1] as number;
    for (let entry = starts[feature] as number; entry < end; entry += 1) {
      const label = classes[entry] as number;
      scores[label] = (scores[label] as number) + value * (weights[entry] as number);
    }
  }
};

interface Size {
  readonly features: number;
  readonly labels: number;
}

/** The sentences that one class is learnt from: its own, and those of others that come near it. */
interface Problem {
  readonly label: number;
  readonly members: Int32Array;
  readonly duals: Float32Array;
}

// Dual coordinate descent for a linear support vector machine with squared hinge loss (Hsieh et al., ICML 2008, algorithm 1),
// a class against all others, without a bias of its own: `nothing` takes its place.
const cost = 1.5;
const settled = 0.02;
/** A sentence farther than this on its right side is not looked at again. */
const farRight = 0.3;

const dot = ({ starts, ids, weights: values }: Rows, row: number, weights: Float32Array): number => {
  const to = starts[row + 1] as number;
  let sum = nothing;
  for (let at = starts[row] as number; at < to; at += 1)
    sum += (weights[ids[at] as number] as number) * (values[at] as number);
  return sum;
};

interface Step {
  readonly row: number;
  readonly by: number;
}

const addTo = (weights: Float32Array, { starts, ids, weights: values }: Rows, { row, by }: Step): void => {
  const to = starts[row + 1] as number;
  for (let at = starts[row] as number; at < to; at += 1) {
    const id = ids[at] as number;
    weights[id] = (weights[id] as number) + by * (values[at] as number);
  }
};

interface Active {
  readonly list: Int32Array;
  count: number;
}

/** One pass; the members to look at again are moved to the front of `active`. Returns the largest step. */
const passOver = (
  { label, members, duals }: Problem,
  { rows, labels }: Labelled,
  weights: Float32Array,
  active: Active,
): number => {
  let largest = 0;
  let kept = 0;
  for (let at = 0; at < active.count; at += 1) {
    const member = active.list[at] as number;
    const row = members[member] as number;
    const side = labels[row] === label ? 1 : -1;
    const dual = duals[member] as number;
    const slope = side * dot(rows, row, weights) - 1 + dual / (2 * cost);
    if (dual === 0 && slope >= farRight) continue;
    active.list[kept] = member;
    kept += 1;
    if (dual === 0 && slope >= 0) continue;
    const next = Math.max(dual - slope / (1 + 1 / (2 * cost)), 0);
    duals[member] = next;
    largest = Math.max(largest, Math.abs(next - dual));
    addTo(weights, rows, { row, by: (next - dual) * side });
  }
  active.count = kept;
  return largest;
};

/** Weights of single classes, gathered by feature. */
interface Gathered {
  readonly features: number[];
  readonly classes: number[];
  readonly values: number[];
}

const gather = (label: number, weights: Float32Array, { into, noise }: { into: Gathered; noise: number }): void => {
  for (let feature = 0; feature < weights.length; feature += 1) {
    const value = weights[feature] as number;
    if (value < noise && value > -noise) continue;
    into.features.push(feature);
    into.classes.push(label);
    into.values.push(value);
  }
};

const byFeature = ({ features, classes, values }: Gathered, size: Size): LinearModel => {
  const starts = new Int32Array(size.features + 1);
  for (const feature of features) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  for (let feature = 0; feature < size.features; feature += 1)
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  const next = starts.slice();
  const model = { starts, classes: new Int32Array(features.length), weights: new Float32Array(features.length) };
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] as number;
    const place = next[feature] as number;
    next[feature] = place + 1;
    model.classes[place] = classes[at] as number;
    model.weights[place] = values[at] as number;
  }
  return { ...model, labels: size.labels };
};

/** Calls `weigh` with empty weights for each class, and keeps what it has put in, but for what is less than `noise`. */
const modelOf = (size: Size, noise: number, weigh: (label: number, weights: Float32Array) => void): LinearModel => {
  const weights = new Float32Array(size.features);
  const into: Gathered = { features: [], classes: [], values: [] };
  for (let label = 0; label < size.labels; label += 1) {
    weights.fill(0);
    weigh(label, weights);
    gather(label, weights, { into, noise });
  }
  return byFeature(into, size);
};

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

const addRivals = (sentences: Labelled, model: LinearModel, members: Members): void =>
  eachScored(sentences, model, (row, scores) => {
    const own = sentences.labels[row] as number;
    if (own >= 0) scores[own] = Number.NEGATIVE_INFINITY;
    for (let count = 0; count < Math.min(rivals, model.labels - (own >= 0 ? 1 : 0)); count += 1) {
      const rival = bestOf(scores);
      scores[rival] = Number.NEGATIVE_INFINITY;
      members[rival]?.push(row);
    }
  });

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

const solve = (problem: Problem, sentences: Labelled, weights: Float32Array, passes: number): void => {
  const active = { list: Int32Array.from(problem.members, (_, at) => at), count: problem.members.length };
  for (let pass = 0; pass < passes; pass += 1) if (passOver(problem, sentences, weights, active) < settled) return;
};

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

/** Deterministic: the same sentences in the same order give the same model. */
export const learnModel = (sentences: Labelled, size: Size): LinearModel => {
  const members = ownMembers(sentences.labels, size);
  addRivals(sentences, centres(sentences, members, size), members);
  const problems = problemsOf(members, []);
  addMissed(sentences, learnOnce(problems, sentences, size, first), members);
  return learnOnce(problemsOf(members, problems), sentences, size, second);
};
