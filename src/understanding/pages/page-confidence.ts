import type { PageFeatures } from './page-features.ts';

/**
 * Weights of a logistic regression: how likely it is that a passage with these features answers. Fitted on the tuning half of the
 * questions in evaluation/pages; the other half is only measured.
 */
const weights: Readonly<Record<keyof PageFeatures, number>> = {
  covered: 2.03,
  strange: -1.65,
  inHead: 0.21,
  asLike: 0.76,
  asks: 1.37,
  asksWhether: 2.99,
  wishes: -1.13,
  own: -1.89,
  known: 8.05,
  named: -2.49,
};
const bias = -10.37;

export function pageConfidence(features: PageFeatures): number {
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * features[name as keyof PageFeatures];
  return 1 / (1 + Math.exp(-sum));
}
