import type { CheckContext } from '../../book.ts';
import type { Vocabulary } from '../compile/vocabulary.ts';
import type { Mistakes } from '../mistakes.ts';
import type { Messages } from '../read-messages.ts';
import type { FlowSource } from '../source.ts';

/** What every check is given. */
export interface Checking {
  readonly flows: readonly FlowSource[];
  /** Ids of flows whose files cannot be read. */
  readonly broken: readonly string[];
  /** Of those files, what stands above the steps where that much can be read. */
  readonly heads: readonly FlowSource[];
  readonly messages: Messages;
  readonly vocabulary: Vocabulary;
  readonly context: CheckContext;
  readonly mistakes: Mistakes;
}
