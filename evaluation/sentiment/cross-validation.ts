import { englishFeatures, englishRating, type Features } from '../../src/understanding/sentiment/english.ts';
import type { Judged } from './f1.ts';
import { partOf, type Rated } from './rated.ts';
import { bestThresholds, labelAt, type Scored, type Thresholds } from './thresholds.ts';
import { train } from './train.ts';

/** The set whose messages are most like a shop's: thresholds are chosen on it. */
export const reviewSet = 'vader_amazon_snippets';

export interface Learnt {
  readonly set: string;
  readonly text: string;
  readonly label: Rated['label'];
  readonly rating: number;
  readonly features: Features;
}

export interface SetJudged extends Judged {
  readonly set: string;
}

const outer = 5;
const inner = 3;

export function learnable(rated: readonly Rated[]): readonly Learnt[] {
  return rated.flatMap(({ set, text, label, rating }) =>
    rating === null ? [] : [{ set, text, label, rating, features: englishFeatures(text) }],
  );
}

/** Each fifth is judged by weights and thresholds that come from the other four alone. */
export function crossValidate(all: readonly Learnt[]): readonly SetJudged[] {
  return Array.from({ length: outer }, (_, fold) => {
    const seen = all.filter(({ text }) => partOf(text, outer) !== fold);
    const unseen = all.filter(({ text }) => partOf(text, outer) === fold);
    const weights = train(seen);
    const thresholds = thresholdsFor(seen);
    return unseen.map(({ set, label, features }) => ({
      set,
      label,
      said: labelAt(englishRating(features, weights), thresholds),
    }));
  }).flat();
}

/** Chosen on ratings of texts that the weights had not seen. The second hash keeps these parts apart from the outer ones. */
export function thresholdsFor(all: readonly Learnt[]): Thresholds {
  const part = ({ text }: Learnt): number => partOf(`inner ${text}`, inner);
  const scored = Array.from({ length: inner }, (_, fold): readonly Scored[] => {
    const weights = train(all.filter((each) => part(each) !== fold));
    const unseen = all.filter((each) => part(each) === fold && each.set === reviewSet);
    return unseen.map(({ label, features }) => ({ label, rating: englishRating(features, weights) }));
  });
  return bestThresholds(scored.flat());
}
