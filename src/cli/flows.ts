import { relative } from 'node:path';
import type { Command } from 'commander';
import { allActions } from '../actions/all-actions.ts';
import { createActionRegistry } from '../actions/registry.ts';
import { loadPages } from '../care/pages/load-pages.ts';
import { checkContext } from '../config/check-context.ts';
import type { Config } from '../config/config.ts';
import { readFlowFolder } from '../config/read-flows.ts';
import { readPageFiles } from '../config/read-pages.ts';
import type { CheckContext } from '../dialog/book.ts';
import { addFlowsCheck } from './flows-check.ts';
import type { FlowsDeps } from './flows-deps.ts';
import { addFlowsGraph } from './flows-graph.ts';
import { addFlowsSchema } from './flows-schema.ts';
import { addFlowsTest } from './flows-test.ts';
import { shopConfig } from './shop-config.ts';

export function addFlows(root: Command): void {
  const flows = root.command('flows').description('the flow files: check them, test them, draw them');
  const deps: FlowsDeps = {
    readFlows: () => readFlows(shopConfig().flowsFolder),
    context: () => withPages(shopConfig()),
    write: (text) => void process.stdout.write(text),
    isTerminal: process.stdout.isTTY === true,
    fail: () => {
      process.exitCode = 1;
    },
  };
  addFlowsCheck(flows, deps);
  addFlowsSchema(flows, deps);
  addFlowsGraph(flows, deps);
  addFlowsTest(flows, { ...deps, config: () => shopConfig() });
}

/** Pages with mistakes do not keep flows from being checked and tested. */
async function withPages(config: Config): Promise<CheckContext> {
  const { pages } = loadPages(await readPageFiles(config.pagesFolder), config.shop);
  return { ...checkContext(config, createActionRegistry(allActions)), ...(pages && { pages }) };
}

function readFlows(folder: string) {
  return readFlowFolder(folder, relative(process.cwd(), folder) || '.');
}
