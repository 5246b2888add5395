import type { ReadSteps } from '../branches.ts';
import type { Reading } from '../fields.ts';
import type { StepBase } from '../source.ts';

/** What the reader of one kind of step is given beside its keys. */
export interface StepReading extends Reading {
  readonly base: StepBase;
  readonly readSteps: ReadSteps;
}
