import type { Passage } from '../pages.ts';

/** A passage with what helps to find it. */
export interface WrittenPassage extends Passage {
  /** The language it is written in, BCP 47. */
  readonly locale: string;
  /** The heading right above it; the page's title where there is none. */
  readonly heading: string;
  /** Ways in which shoppers ask for it. */
  readonly questions: readonly string[];
  /** Other words for what its page is about. */
  readonly also: readonly string[];
}
