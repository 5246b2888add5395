import { type Label, labels } from './rated.ts';

export interface Judged {
  readonly label: Label;
  readonly said: Label;
}

/** The mean of the labels' F1: a label counts as much as another, however rare. */
export function macroF1(judged: readonly Judged[]): number {
  return labels.reduce((sum, label) => sum + f1(judged, label), 0) / labels.length;
}

function f1(judged: readonly Judged[], label: Label): number {
  const both = judged.filter((each) => each.label === label && each.said === label).length;
  const either = judged.filter((each) => each.label === label || each.said === label).length;
  return both === 0 ? 0 : (2 * both) / (both + either);
}
