import { advance } from './advance.ts';
import { moveTo } from './flows.ts';
import { waitingStep } from './misunderstood.ts';
import { type Turn, top } from './turn.ts';

/** Does this time-out still mean the question that waits? */
export function isStillSilent(turn: Turn, asked: number): boolean {
  return top(turn)?.asked === asked && (waitingStep(turn)?.silence ?? null) !== null;
}

export function hearSilence(turn: Turn, asked: number): void {
  const silence = waitingStep(turn)?.silence;
  if (!silence || !isStillSilent(turn, asked)) return;
  moveTo(turn, silence.step);
  advance(turn);
}
