import type { CheckContext } from '../dialog/book.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';

export interface FlowTexts {
  readonly flows: readonly FlowFile[];
  readonly messages: readonly FlowFile[];
  /** Of the search, where the shop has its own. */
  readonly synonyms?: FlowFile | null;
}

/** What the `flows` subcommands are given by the root. */
export interface FlowsDeps {
  /** The flows folder as it is now. Paths as the merchant would type them. */
  readFlows(): Promise<FlowTexts>;
  context(): Promise<CheckContext> | CheckContext;
  /** To standard output. */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Makes the process end with code 1. */
  fail(): void;
}
