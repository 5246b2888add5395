import type { Command } from 'commander';
import { loadRules } from '../commerce/rules/load-rules.ts';
import type { ShopFacts } from '../dialog/book.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import { report } from './flows-check.ts';

export interface ShopCheckDeps {
  readRules(): Promise<readonly FlowFile[]>;
  facts(): ShopFacts;
  /** To standard output. */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Makes the process end with code 1. */
  fail(): void;
}

/** `parley shop check`: every mistake with its line, and exit code 1 when one keeps the rules from going live. */
export function addShopCheck(shop: Command, deps: ShopCheckDeps): void {
  shop
    .command('check')
    .description('tell every mistake in the files of the shop’s rules')
    .option('--json', 'write them as JSON, for other programs')
    .action(async (options: { readonly json?: boolean }) => {
      const files = await deps.readRules();
      const { mistakes } = loadRules(files, deps.facts());
      deps.write(
        options.json ? `${JSON.stringify({ mistakes }, null, 2)}\n` : report(mistakes, files, deps.isTerminal),
      );
      if (mistakes.some(({ severity }) => severity === 'error')) deps.fail();
    });
}
