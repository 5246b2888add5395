import type { PageFile } from '../care/pages/page-file.ts';
import type { ShopFacts } from '../dialog/book.ts';

/** What the `pages` subcommands are given by the root. */
export interface PagesDeps {
  /** The pages folder as it is now. Paths as the merchant would type them. */
  readPages(): Promise<readonly PageFile[]>;
  facts(): Pick<ShopFacts, 'locale'>;
  /** To standard output. */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Makes the process end with code 1. */
  fail(): void;
}
