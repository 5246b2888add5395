import type { CheckContext, StepId } from '../../book.ts';
import type { Branch } from '../source.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What linking the steps of one flow takes. */
export interface Linking {
  readonly vocabulary: Vocabulary;
  readonly context: CheckContext;
  /** The first step of a branch; `null` ends the flow. `next` is where the branch's end goes on. */
  enter(branch: Branch, next: StepId | null): StepId | null;
  /** As `enter`, where the engine takes `null` to mean something else: the end becomes a step. */
  enterStep(branch: Branch, next: StepId | null): StepId;
  target(name: string): StepId | null;
}
