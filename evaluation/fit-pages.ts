import { featureNames, type PageFeatures } from '../src/understanding/pages/page-features.ts';
import { createPageIndexes } from '../src/understanding/pages/page-index.ts';
import { type ReadPassage, readQuestion } from '../src/understanding/pages/read-question.ts';
import { type AskedMessage, isAnswer, isForTuning, readMessages, starterPassages } from './pages/page-questions.ts';

/**
 * Prints weights for src/understanding/pages/page-confidence.ts, fitted on the tuning half: `node dist/evaluation/fit-pages.js`. Each message
 * teaches by the passage that the weights so far put first, and by the one that answers.
 */
const rounds = 4;
const steps = 12_000;
const rate = 0.02;
const shrinking = 0.1;

type Weights = readonly number[];

interface Lesson {
  readonly values: readonly number[];
  readonly answers: 0 | 1;
}

const indexes = createPageIndexes(await starterPassages());
const messages = [...(await readMessages('')).filter(isForTuning), ...(await readMessages('tried'))];
let weights: Weights = valuesOf({ covered: 1, inHead: 1, asLike: 1 });
for (let round = 0; round < rounds; round += 1)
  weights = fitted(round === 0 ? weights.map(() => 0) : weights, lessons(weights));
for (const [at, name] of ['bias', ...featureNames].entries()) console.log(`${name}: ${weights[at]?.toFixed(2)}`);

function valuesOf(features: Partial<PageFeatures>): readonly number[] {
  return [1, ...featureNames.map((name) => features[name] ?? 0)];
}

function lessons(now: Weights): readonly Lesson[] {
  return messages.flatMap((message) => {
    const read = readQuestion(message.text, indexes, undefined).map((one) => ({
      ...one,
      values: valuesOf(one.features),
    }));
    const [first] = read.toSorted((one, other) => product(now, other.values) - product(now, one.values));
    const taught = new Set([...(first ? [first] : []), ...read.filter((one) => answersTo(one, message))]);
    return [...taught].map((one) => ({ values: one.values, answers: answersTo(one, message) ? 1 : 0 }) as const);
  });
}

function answersTo({ passage }: ReadPassage, message: AskedMessage): boolean {
  return isAnswer(passage, message) && passage.locale.startsWith(message.answer?.locale ?? '');
}

function product(one: Weights, other: Weights): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

/** Gradient descent on the logistic loss; the bias does not shrink. */
function fitted(from: Weights, taught: readonly Lesson[]): Weights {
  let now = from;
  for (let step = 0; step < steps; step += 1) {
    const slope = now.map((weight, at) => (at === 0 ? 0 : shrinking * weight));
    for (const { values, answers } of taught) {
      const error = 1 / (1 + Math.exp(-product(now, values))) - answers;
      values.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + error * value;
      });
    }
    now = now.map((weight, at) => weight - rate * (slope[at] ?? 0));
  }
  return now;
}
