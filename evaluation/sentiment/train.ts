import type { Features, Weights } from '../../src/understanding/sentiment/english.ts';

export interface Example {
  readonly features: Features;
  /** −4 to 4. */
  readonly rating: number;
}

/** What a word has to be worth to be given a weight; `#…` describe the whole text and are held back less. */
const penalty = 3;
const wholeTextPenalty = 0.3;
const seenAtLeast = 2;

/** Ridge regression by conjugate gradients: the weights whose sum comes nearest to the ratings, small where little is known. */
export function train(examples: readonly Example[]): Weights {
  const names = [...countNames(examples)].filter(([name, times]) => name.startsWith('#') || isLearnable(name, times));
  const index = new Map(names.map(([name], at) => [name, at]));
  const rows = examples.map(({ features }) => rowOf(features, index));
  const penalties = names.map(([name]) => (name.startsWith('#') ? wholeTextPenalty : penalty));
  const target = new Float64Array(names.length);
  for (const [at, row] of rows.entries()) addScaled(target, row, examples[at]?.rating ?? 0);
  const solved = solve((weights) => gram(rows, penalties, weights), target);
  return new Map(names.map(([name], at) => [name, solved[at] ?? 0]));
}

/** A brand is no word of praise or blame, however often it was praised; nor is a number. */
const brands = new Set(
  'apex creative nikon canon nokia linksys norton ipod apple zen hitachi symantec champ genie diaper microsoft dell sony samsung iphone mac windows xp twitter facebook justin bieber obama philips toshiba panasonic motorola sandisk iriver itunes netgear belkin google amazon walmart starbucks youtube lady gaga wal-mart best-buy minolta olympus kodak casio sdram nomad micromp3 powershot coolpix dvd mp3'.split(
    ' ',
  ),
);

/** What people write to a shop about is not how they feel. */
const topics = new Set(
  'i my me you your customer order orders ordered purchase return refund cancel account payment pay card delivery shipping email call website store shop size color change need find how what where which help please show tell get'.split(
    ' ',
  ),
);

function isLearnable(name: string, times: number): boolean {
  const word = name.replace(/^not~/u, '');
  return times >= seenAtLeast && !/\d/u.test(word) && !brands.has(word) && !topics.has(word);
}

function countNames(examples: readonly Example[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { features } of examples) for (const name of features.keys()) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

type Row = readonly (readonly [at: number, size: number])[];

function rowOf(features: Features, index: ReadonlyMap<string, number>): Row {
  return [...features].flatMap(([name, size]) => {
    const at = index.get(name);
    return at === undefined ? [] : [[at, size] as const];
  });
}

function addScaled(to: Float64Array, row: Row, by: number): void {
  for (const [at, size] of row) to[at] = (to[at] ?? 0) + size * by;
}

/** (XᵀX + penalties) · weights. */
function gram(rows: readonly Row[], penalties: readonly number[], weights: Float64Array): Float64Array {
  const product = weights.map((weight, at) => weight * (penalties[at] ?? 0));
  for (const row of rows)
    addScaled(
      product,
      row,
      row.reduce((sum, [at, size]) => sum + (weights[at] ?? 0) * size, 0),
    );
  return product;
}

const mostRounds = 100;

/** Conjugate gradients (Hestenes & Stiefel, 1952): `apply` is symmetric and positive. */
function solve(apply: (weights: Float64Array) => Float64Array, target: Float64Array): Float64Array {
  const solution = new Float64Array(target.length);
  const rest = target.slice();
  let direction = target.slice();
  let left = dot(rest, rest);
  for (let round = 0; round < mostRounds && left > 1e-6; round += 1) {
    const applied = apply(direction);
    const step = left / dot(direction, applied);
    advance(solution, direction, step);
    advance(rest, applied, -step);
    const next = dot(rest, rest);
    const previous = direction;
    direction = rest.map((value, at) => value + (next / left) * (previous[at] ?? 0));
    left = next;
  }
  return solution;
}

function advance(vector: Float64Array, along: Float64Array, by: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) + by * (along[at] ?? 0);
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
