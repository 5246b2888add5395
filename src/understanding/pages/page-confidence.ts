import { featureNames, type PageFeatures } from './page-features.ts';
import type { ReadLanguage } from './read-question.ts';

/** A feature without a weight says nothing. */
interface Weights {
  readonly bias: number;
  readonly features: Readonly<Partial<Record<keyof PageFeatures, number>>>;
}

/**
 * Words and rules were chosen by the very questions that the weights are fitted on, so a fit is too sure of itself: this is taken off its
 * bias. The least, in steps of 0.3, from which on a greater one makes no answer to the questions for tuning wrong less (each answered by
 * weights that were fitted without its page).
 */
export const caution = { matter: 0.6, words: 0.3 } as const;

/** Both fitted on what is for tuning of the questions in evaluation/pages, by evaluation/fit-pages.ts; the others are only measured. */
const matterWeights: Weights = {
  bias: -6.98 - caution.matter,
  features: {
    covered: 0.93,
    strange: -1.95,
    inHead: -0.36,
    asLike: 2.77,
    asks: 1.11,
    asksWhether: 2.56,
    wishes: -0.38,
    own: -1.59,
    known: 0.55,
    named: -0.69,
    marked: 1.49,
    matter: 1.12,
    onlyMatter: 2.89,
    told: 3.46,
    ownTold: -1.87,
    bareRest: -1.49,
    tells: 1.1,
    tellsNot: -1.53,
  },
};

/** Of every question, as though nothing were known of what shoppers ask any shop. */
const wordWeights: Weights = {
  bias: -6.07 - caution.words,
  features: {
    covered: 1.26,
    strange: -2.38,
    inHead: 1.17,
    asLike: 3.71,
    asks: 1.03,
    asksWhether: 2.08,
    wishes: -0.88,
    own: -2.56,
    known: 2.24,
    named: -0.19,
    marked: 0.95,
  },
};

/**
 * Of the passages of one language how likely it is that each answers. They and "no page answers" share what is sure among them (a
 * multinomial logit), so that where two fit as well neither is sure.
 */
export function pageConfidences({ isMatter, passages }: ReadLanguage): readonly number[] {
  const weights = isMatter ? matterWeights : wordWeights;
  const odds = passages.map(({ features }) => Math.exp(scoreOf(features, weights)));
  const all = odds.reduce((sum, each) => sum + each, 1);
  return odds.map((each) => each / all);
}

function scoreOf(features: PageFeatures, weights: Weights): number {
  let score = weights.bias;
  for (const name of featureNames) score += (weights.features[name] ?? 0) * features[name];
  return score;
}
