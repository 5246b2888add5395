import type { FlowScore } from './similar-examples.ts';

export interface FlowConfidence {
  readonly flow: string;
  readonly confidence: number;
}

/**
 * Score → share of messages that meant the flow, measured on shoppers' messages to two shops with as many that meant none of
 * their flows; rounded down where it leads to something that a shopper would have to undo. Below `leastMeant` nothing is proposed.
 */
const calibration: readonly (readonly [score: number, confidence: number])[] = [
  [-0.62, 0.5],
  [-0.3, 0.65],
  [0, 0.8],
  [0.25, 0.9],
  [0.5, 0.95],
  [1, 0.98],
];

/** Cosine of the nearest example → the same share. Of a flow with two examples the score stays low however near they are. */
const nearness: typeof calibration = [
  [0.5, 0.6],
  [0.7, 0.9],
  [0.85, 0.95],
  [1, 0.98],
];

type Points = typeof calibration;

const along = (points: Points, value: number): number | null => {
  const above = points.findIndex(([point]) => point >= value);
  const [high, best] = points[above] ?? points.at(-1) ?? [1, 1];
  const [low, worst] = points[above - 1] ?? [high, best];
  if (value < (points[0]?.[0] ?? 0)) return null;
  return high === low ? best : worst + ((best - worst) * (Math.min(value, high) - low)) / (high - low);
};

/** The flows that are likely enough to be proposed, in the order given. */
export const confidenceOf = (scores: readonly FlowScore[], leastMeant: number): readonly FlowConfidence[] =>
  scores.flatMap(({ flow, score, nearest }) => {
    const confidence = along(calibration, score);
    if (confidence === null || score < leastMeant) return [];
    return [{ flow, confidence: Math.max(confidence, along(nearness, nearest ?? 0) ?? 0) }];
  });
