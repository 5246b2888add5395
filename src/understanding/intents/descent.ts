import type { Rows } from './feature-table.ts';
import { nothing } from './linear-model.ts';

/** Sentences to learn from, a row each. */
export interface Labelled {
  readonly rows: Rows;
  /** Row → the class it belongs to, -1 for none of them; rows beyond belong to `subjects`. */
  readonly labels: Int32Array;
  /** Rows by what they are about: of no class, unless a class turns out to be about it too. */
  readonly subjects: readonly (readonly number[])[];
}

/** The sentences that one class is learnt from: its own, and those of others that come near it. */
export interface Problem {
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

export const addTo = (weights: Float32Array, { starts, ids, weights: values }: Rows, { row, by }: Step): void => {
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

/** At most so many passes, fewer when nothing changes any more. */
export const solve = (problem: Problem, sentences: Labelled, weights: Float32Array, passes: number): void => {
  const active = { list: Int32Array.from(problem.members, (_, at) => at), count: problem.members.length };
  for (let pass = 0; pass < passes; pass += 1) if (passOver(problem, sentences, weights, active) < settled) return;
};
