import type { Command } from 'commander';
import { readPageFiles } from '../config/read-pages.ts';
import { addPagesAsk } from './pages-ask.ts';
import { addPagesCheck } from './pages-check.ts';
import type { PagesDeps } from './pages-deps.ts';
import { shopConfig } from './shop-config.ts';

export function addPages(root: Command): void {
  const pages = root.command('pages').description('the shop’s pages that questions are answered from: check, ask');
  const deps: PagesDeps = {
    readPages: () => readPageFiles(shopConfig().pagesFolder),
    facts: () => shopConfig().shop,
    write: (text) => void process.stdout.write(text),
    isTerminal: process.stdout.isTTY === true,
    fail: () => {
      process.exitCode = 1;
    },
  };
  addPagesCheck(pages, deps);
  addPagesAsk(pages, deps);
}
