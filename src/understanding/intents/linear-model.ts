import type { Vector } from './feature-table.ts';

/** Weights by feature: feature `f` gives class `classes[i]` `weights[i]` for i from `starts[f]` to before `starts[f + 1]`. */
export interface LinearModel {
  readonly starts: Int32Array;
  readonly classes: Int32Array;
  readonly weights: Float32Array;
  readonly labels: number;
}

/** A text of which nothing is known belongs to no class: -1; a learnt sentence comes to about 1 for its own. */
export const nothing = -1;

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

export interface Size {
  readonly features: number;
  readonly labels: number;
}

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
export const modelOf = (
  size: Size,
  noise: number,
  weigh: (label: number, weights: Float32Array) => void,
): LinearModel => {
  const weights = new Float32Array(size.features);
  const into: Gathered = { features: [], classes: [], values: [] };
  for (let label = 0; label < size.labels; label += 1) {
    weights.fill(0);
    weigh(label, weights);
    gather(label, weights, { into, noise });
  }
  return byFeature(into, size);
};
