import type { Command } from 'commander';
import { loadPages } from '../care/pages/load-pages.ts';
import { report } from './flows-check.ts';
import type { PagesDeps } from './pages-deps.ts';

/** `parley pages check`: every mistake with its line, and exit code 1 when one keeps the pages from going live. */
export function addPagesCheck(pages: Command, deps: PagesDeps): void {
  pages
    .command('check')
    .description('tell every mistake in the shop’s pages')
    .option('--json', 'write them as JSON, for other programs')
    .action(async (options: { readonly json?: boolean }) => {
      const files = await deps.readPages();
      const { mistakes } = loadPages(files, deps.facts());
      deps.write(
        options.json ? `${JSON.stringify({ mistakes }, null, 2)}\n` : report(mistakes, files, deps.isTerminal),
      );
      if (mistakes.some(({ severity }) => severity === 'error')) deps.fail();
    });
}
