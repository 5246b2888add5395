import type { Vector } from './feature-table.ts';

/** A sentence to learn from: the class it belongs to, -1 for none of them. */
export interface Labelled {
  readonly vector: Vector;
  readonly label: number;
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
  scores.fill(nothing);
  for (let at = vector.from; at < vector.to; at += 1) {
    const feature = vector.ids[at] as number;
    const value = vector.weights[at] as number;
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
  readonly members: number[];
  readonly duals: number[];
}

// Dual coordinate descent for a linear support vector machine with squared hinge loss (Hsieh et al., ICML 2008, algorithm 1),
// a class against all others, without a bias of its own: `nothing` takes its place.
const cost = 1.5;
const mostPasses = 15;
const settled = 0.02;
/** A sentence farther than this on its right side is not looked at again. */
const farRight = 0.3;

interface Weighing {
  readonly sentences: readonly Labelled[];
  /** Of the one class that is being learnt. */
  readonly weights: Float32Array;
}

const dot = ({ ids, weights: values, from, to }: Vector, weights: Float32Array): number => {
  let sum = nothing;
  for (let at = from; at < to; at += 1) sum += (weights[ids[at] as number] as number) * (values[at] as number);
  return sum;
};

const addTo = (weights: Float32Array, { ids, weights: values, from, to }: Vector, step: number): void => {
  for (let at = from; at < to; at += 1) {
    const id = ids[at] as number;
    weights[id] = (weights[id] as number) + step * (values[at] as number);
  }
};

/** One pass; the members to look at again are moved to the front of `active`, and their number returned with the largest step. */
const passOver = (
  { label, members, duals }: Problem,
  { sentences, weights }: Weighing,
  active: { readonly list: Int32Array; count: number },
): number => {
  let largest = 0;
  let kept = 0;
  for (let at = 0; at < active.count; at += 1) {
    const member = active.list[at] as number;
    const sentence = sentences[members[member] as number] as Labelled;
    const side = sentence.label === label ? 1 : -1;
    const dual = duals[member] as number;
    const slope = side * dot(sentence.vector, weights) - 1 + dual / (2 * cost);
    if (dual === 0 && slope >= farRight) continue;
    active.list[kept] = member;
    kept += 1;
    if (dual === 0 && slope >= 0) continue;
    const next = Math.max(dual - slope / (1 + 1 / (2 * cost)), 0);
    duals[member] = next;
    largest = Math.max(largest, Math.abs(next - dual));
    addTo(weights, sentence.vector, (next - dual) * side);
  }
  active.count = kept;
  return largest;
};

const solve = (problem: Problem, weighing: Weighing): void => {
  const active = { list: Int32Array.from(problem.members, (_, at) => at), count: problem.members.length };
  for (let pass = 0; pass < mostPasses; pass += 1) if (passOver(problem, weighing, active) < settled) return;
};

/** Weights of single classes, gathered by feature. */
interface Gathered {
  readonly features: number[];
  readonly classes: number[];
  readonly values: number[];
}

const noise = 1e-4;

const gather = (label: number, weights: Float32Array, into: Gathered): void => {
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

/** Calls `weigh` with empty weights for each class, and keeps what it has put in. */
const modelOf = (size: Size, weigh: (label: number, weights: Float32Array) => void): LinearModel => {
  const weights = new Float32Array(size.features);
  const gathered: Gathered = { features: [], classes: [], values: [] };
  for (let label = 0; label < size.labels; label += 1) {
    weights.fill(0);
    weigh(label, weights);
    gather(label, weights, gathered);
  }
  return byFeature(gathered, size);
};

/** Nearest other classes whose learning takes a sentence in; all others are too far from it to learn anything. */
const rivals = 3;
/** A sentence that scores more for a class that is not its own is taken in afterwards. */
const nearEnough = -0.3;
/** Sentences that are alike in all flows would take in every one of them. */
const mostMissed = 6;

interface Learning {
  readonly sentences: readonly Labelled[];
  readonly problems: readonly Problem[];
  readonly size: Size;
}

const join = (problem: Problem, sentence: number): void => {
  problem.members.push(sentence);
  problem.duals.push(0);
};

const startProblems = ({ sentences, size }: Omit<Learning, 'problems'>): readonly Problem[] => {
  const problems = Array.from({ length: size.labels }, (_, label): Problem => ({ label, members: [], duals: [] }));
  sentences.forEach(({ label }, sentence) => {
    const problem = problems[label];
    if (problem) join(problem, sentence);
  });
  return problems;
};

/** The sum of a class's sentences: good enough to see which classes are near a sentence. */
const centres = ({ sentences, problems, size }: Learning): LinearModel =>
  modelOf(size, (label, weights) => {
    const members = problems[label]?.members ?? [];
    for (const member of members) addTo(weights, (sentences[member] as Labelled).vector, 1 / Math.sqrt(members.length));
  });

const bestOf = (scores: Float32Array): number => {
  let best = 0;
  for (let label = 1; label < scores.length; label += 1)
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  return best;
};

const addRivals = ({ sentences, problems, size }: Learning, model: LinearModel, joined: Uint8Array): void => {
  const scores = new Float32Array(size.labels);
  sentences.forEach(({ vector, label }, sentence) => {
    scoreClasses(model, vector, scores);
    if (label >= 0) scores[label] = Number.NEGATIVE_INFINITY;
    for (let count = 0; count < Math.min(rivals, size.labels - (label >= 0 ? 1 : 0)); count += 1) {
      const rival = bestOf(scores);
      scores[rival] = Number.NEGATIVE_INFINITY;
      joined[sentence * size.labels + rival] = 1;
      join(problems[rival] as Problem, sentence);
    }
  });
};

const addMissed = ({ sentences, problems, size }: Learning, model: LinearModel, joined: Uint8Array): void => {
  const scores = new Float32Array(size.labels);
  sentences.forEach(({ vector, label }, sentence) => {
    scoreClasses(model, vector, scores);
    let missed = 0;
    for (let rival = 0; rival < size.labels && missed < mostMissed; rival += 1) {
      const place = sentence * size.labels + rival;
      if ((scores[rival] as number) <= nearEnough || rival === label || joined[place] === 1) continue;
      joined[place] = 1;
      missed += 1;
      join(problems[rival] as Problem, sentence);
    }
  });
};

const learnOnce = ({ sentences, problems, size }: Learning): LinearModel =>
  modelOf(size, (label, weights) => {
    const problem = problems[label] as Problem;
    problem.members.forEach((member, at) => {
      const { vector, label: own } = sentences[member] as Labelled;
      const dual = problem.duals[at] as number;
      if (dual > 0) addTo(weights, vector, own === label ? dual : -dual);
    });
    solve(problem, { sentences, weights });
  });

/** Deterministic: the same sentences in the same order give the same model. */
export const learnModel = (sentences: readonly Labelled[], size: Size): LinearModel => {
  const learning = { sentences, size, problems: startProblems({ sentences, size }) };
  const joined = new Uint8Array(sentences.length * size.labels);
  addRivals(learning, centres(learning), joined);
  addMissed(learning, learnOnce(learning), joined);
  return learnOnce(learning);
};
