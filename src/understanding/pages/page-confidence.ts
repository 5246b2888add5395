import { featureNames, type PageFeatures } from './page-features.ts';

/**
 * Fitted on what is for tuning of the questions in evaluation/pages, by evaluation/fit-pages.ts; the others are only measured. `strange` alone is
 * set by hand, heavier than the fitted -1.9: a word that nothing knows ("delivery to Nowhereland") leaves the question to a flow.
 */
const weights: Readonly<Record<keyof PageFeatures, number>> = {
  covered: 1.08,
  strange: -4.5,
  inHead: 0.74,
  asLike: 1.61,
  asks: 0.75,
  asksWhether: 1.81,
  marked: 2.11,
  wishes: -1.01,
  own: -2.39,
  known: 1.04,
  named: -0.86,
  matter: 0.38,
  onlyMatter: 2.82,
  told: 3.17,
  touched: 1.26,
  otherMatter: -0.77,
  noMatter: 0.05,
  plain: 0.42,
  plainCovered: 1.44,
  plainStrange: -0.99,
  plainInHead: 0.87,
  plainLike: 0.23,
  ownTold: -1.05,
  bareRest: -1.37,
  tells: 1.21,
  tellsNot: -0.75,
};
const bias = -6.37;

/**
 * Of the passages of one language how likely it is that each answers. They and "no page answers" share what is sure among them (a
 * multinomial logit), so that where two fit as well neither is sure.
 */
export function pageConfidences(passages: readonly PageFeatures[]): readonly number[] {
  const odds = passages.map((features) => Math.exp(scoreOf(features)));
  const all = odds.reduce((sum, each) => sum + each, 1);
  return odds.map((each) => each / all);
}

function scoreOf(features: PageFeatures): number {
  return featureNames.reduce((sum, name) => sum + weights[name] * features[name], bias);
}
