import { featureNames } from '../src/understanding/pages/page-features.ts';
import { createPageIndexes } from '../src/understanding/pages/page-index.ts';
import { type ReadPassage, readQuestion } from '../src/understanding/pages/read-question.ts';
import { type AskedMessage, isAnswer, tuningShops } from './pages/page-questions.ts';

/**
 * Prints weights for src/understanding/pages/page-confidence.ts, fitted on what is for tuning: `node dist/evaluation/fit-pages.js`. With
 * `crossed` each page's questions are answered by weights that were fitted without them, and the figures of that are printed.
 */
const steps = 1200;
const rate = 4;
const shrinking = 0.002;
const sure = 0.8;
/** A page that answers what it should not is worse than one that is missed. */
const weightOfNone = 3;

type Weights = readonly number[];

/** One language's passages, and which of them answers; -1: none. */
interface Lesson {
  readonly message: AskedMessage;
  /** How many lessons it is worth. */
  readonly weight: number;
  readonly passages: readonly (readonly number[])[];
  readonly answers: number;
}

const shops = await tuningShops();
const all = shops.flatMap(({ passages, messages, weight }) => {
  const indexes = createPageIndexes(passages);
  return messages.flatMap((message) => lessonsOf({ message, weight }, readQuestion(message.text, indexes, undefined)));
});

if (process.argv[2] === 'crossed') crossed();
else
  for (const [at, weight] of fittedOn(all).entries())
    console.log(`  ${['bias', ...featureNames][at]}: ${weight.toFixed(2)},`);

/** What is asked in one language teaches nothing of another's pages. */
function lessonsOf(
  { message, weight }: Pick<Lesson, 'message' | 'weight'>,
  languages: readonly (readonly ReadPassage[])[],
): readonly Lesson[] {
  const lessons = languages.map((read) => ({
    message,
    weight: message.answer === null ? weight * weightOfNone : weight,
    passages: read.map(({ features }) => [1, ...featureNames.map((name) => features[name])]),
    answers: read.findIndex((one) => answersTo(one, message)),
    locale: read[0]?.passage.locale ?? '',
  }));
  return message.answer === null
    ? lessons
    : lessons.filter(({ locale }) => locale.startsWith(message.answer?.locale ?? ''));
}

function answersTo({ passage }: ReadPassage, message: AskedMessage): boolean {
  return isAnswer(passage, message) && passage.locale.startsWith(message.answer?.locale ?? '');
}

function shares(weights: Weights, passages: readonly (readonly number[])[]): readonly number[] {
  const odds = passages.map((values) =>
    Math.exp(values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)),
  );
  const sum = odds.reduce((total, each) => total + each, 1);
  return odds.map((each) => each / sum);
}

/** Gradient ascent on the likelihood; the bias does not shrink. */
function fittedOn(lessons: readonly Lesson[]): Weights {
  const weights = [-2, ...featureNames.map(() => 0)];
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -shrinking * weight));
    for (const { weight, passages, answers } of lessons) {
      for (const [at, share] of shares(weights, passages).entries()) {
        const error = (at === answers ? 1 : 0) - share;
        passages[at]?.forEach((value, feature) => {
          slope[feature] = (slope[feature] ?? 0) + (weight * error * value) / lessons.length;
        });
      }
    }
    slope.forEach((each, at) => {
      weights[at] = (weights[at] ?? 0) + rate * each;
    });
  }
  return weights;
}

/** Each page's questions are answered by weights that were fitted without them; what no page answers is shared out by the length of its text. */
function crossed(): void {
  const folds = [...new Set(all.map(foldOf))];
  const judged = folds.flatMap((fold) => {
    const weights = fittedOn(all.filter((one) => foldOf(one) !== fold));
    return all.filter((one) => foldOf(one) === fold).map((one) => judge(one, weights));
  });
  const asked = judged.filter(({ message }) => message.answer !== null);
  const others = judged.filter(({ message }) => message.answer === null);
  const said = judged.filter(({ isSure }) => isSure);
  const right = said.filter(({ isRight }) => isRight);
  console.log(
    `answered for sure ${right.length} of ${asked.length}, of sure answers right ${right.length} of ${said.length}`,
  );
  console.log(`refused ${others.filter(({ isSure }) => !isSure).length} of ${others.length}, folds ${folds.length}`);
}

function judge({ message, passages, answers }: Lesson, weights: Weights) {
  const all = shares(weights, passages);
  const best = Math.max(0, ...all);
  return { message, isSure: best >= sure, isRight: all.indexOf(best) === answers };
}

function foldOf({ message }: Lesson): string {
  return message.answer?.page ?? `none ${message.text.length % 8}`;
}
