import { caution } from '../src/understanding/pages/page-confidence.ts';
import { featureNames, type PageFeatures, wordFeatureNames } from '../src/understanding/pages/page-features.ts';
import { createPageIndexes } from '../src/understanding/pages/page-index.ts';
import { type ReadLanguage, type ReadPassage, readQuestion } from '../src/understanding/pages/read-question.ts';
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

/** One model for what shoppers ask any shop, and one of words for all else, which learns from every question. */
interface Models {
  readonly matter: Weights;
  readonly words: Weights;
}

/** One language's passages, and which of them answers; -1: none. */
interface Lesson {
  readonly message: AskedMessage;
  readonly isMatter: boolean;
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
else {
  const { matter, words } = modelsOf(all);
  print('matter', matter, featureNames);
  print('words', words, wordFeatureNames);
}

function print(model: string, weights: Weights, names: readonly (keyof PageFeatures)[]): void {
  console.log(model);
  for (const [at, name] of (['bias', ...names] as const).entries())
    console.log(`  ${name}: ${(weights[at] ?? 0).toFixed(2)},`);
}

/** What is asked in one language teaches nothing of another's pages. */
function lessonsOf(
  { message, weight }: Pick<Lesson, 'message' | 'weight'>,
  languages: readonly ReadLanguage[],
): readonly Lesson[] {
  const lessons = languages.map(({ isMatter, passages: read }) => ({
    message,
    isMatter,
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
    Math.exp(weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0)),
  );
  const sum = odds.reduce((total, each) => total + each, 1);
  return odds.map((each) => each / sum);
}

/** The features of words stand first: a model of them reads no further. */
function modelsOf(lessons: readonly Lesson[]): Models {
  return {
    matter: fittedOn(
      lessons.filter(({ isMatter }) => isMatter),
      featureNames.length,
    ),
    words: fittedOn(lessons, wordFeatureNames.length),
  };
}

/** Gradient ascent on the likelihood; the bias does not shrink. */
function fittedOn(lessons: readonly Lesson[], features: number): Weights {
  const weights = [-2, ...Array.from({ length: features }, () => 0)];
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -shrinking * weight));
    for (const { weight, passages, answers } of lessons) {
      for (const [at, share] of shares(weights, passages).entries()) {
        const error = (at === answers ? 1 : 0) - share;
        slope.forEach((slant, feature) => {
          slope[feature] = slant + (weight * error * (passages[at]?.[feature] ?? 0)) / lessons.length;
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
    const models = modelsOf(all.filter((one) => foldOf(one) !== fold));
    return all.filter((one) => foldOf(one) === fold).map((one) => judge(one, models));
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

function judge({ message, isMatter, passages, answers }: Lesson, models: Models) {
  const all = shares(cautious(models, isMatter ? 'matter' : 'words'), passages);
  const best = Math.max(0, ...all);
  return { message, isSure: best >= sure, isRight: all.indexOf(best) === answers };
}

function cautious(models: Models, by: keyof Models): Weights {
  const [bias = 0, ...weights] = models[by];
  return [bias - caution[by], ...weights];
}

function foldOf({ message }: Lesson): string {
  return message.answer?.page ?? `none ${message.text.length % 8}`;
}
