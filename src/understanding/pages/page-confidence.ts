import { featureNames, type PageFeatures } from './page-features.ts';

/**
 * Weights of a logistic regression: how likely it is that a passage with these features answers. Fitted on the tuning half of the
 * questions in evaluation/pages by evaluation/fit-pages.ts; the other half is only measured.
 */
const weights: Readonly<Record<keyof PageFeatures, number>> = {
  covered: 2.7,
  strange: -2.7,
  inHead: 0.8,
  asLike: 1.42,
  asks: 0.8,
  asksWhether: 2.52,
  wishes: -1.15,
  own: -1.97,
  known: 5.13,
  named: -0.43,
};
const bias = -8.28;

export function pageConfidence(features: PageFeatures): number {
  let sum = bias;
  for (const name of featureNames) sum += weights[name] * features[name];
  return 1 / (1 + Math.exp(-sum));
}
