import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { Matcher } from '../matcher.ts';
import type { SlotContext } from '../slots/slot-reading.ts';

export interface UnderstandingWorld {
  readonly matcher: Matcher;
  /** Flows for what nothing else handles: being sent there is no intent. */
  readonly fallbacks: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  /** Decimals of the shop's currency. */
  readonly exponent: number;
  readonly context: SlotContext;
  /** ISO 639-1 with how sure it is, 0 to 1. */
  readonly detectLanguage: (text: string) => { readonly language: string; readonly confidence: number } | null;
}
