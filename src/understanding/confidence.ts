import type { FlowScore } from './similar-examples.ts';

export interface FlowConfidence {
  readonly flow: string;
  readonly confidence: number;
}

/**
 * Cosine → share of messages with such a nearest example that truly meant its flow, measured on shoppers' messages to two
 * shops and on messages for other services. Below the first point nothing is proposed.
 */
const calibration: readonly (readonly [cosine: number, confidence: number])[] = [
  [0.35, 0.55],
  [0.5, 0.75],
  [0.6, 0.9],
  [0.8, 0.95],
  [1, 0.98],
];

const calibrated = (score: number): number | null => {
  const above = calibration.findIndex(([cosine]) => cosine >= score);
  const [high, best] = calibration[above] ?? calibration.at(-1) ?? [1, 1];
  const [low, worst] = calibration[above - 1] ?? [high, best];
  if (score < (calibration[0]?.[0] ?? 0)) return null;
  return high === low ? best : worst + ((best - worst) * (Math.min(score, high) - low)) / (high - low);
};

/** The flows that are likely enough to be proposed, in the order given. */
export const confidenceOf = (scores: readonly FlowScore[]): readonly FlowConfidence[] =>
  scores.flatMap(({ flow, score }) => {
    const confidence = calibrated(score);
    return confidence === null ? [] : [{ flow, confidence }];
  });
