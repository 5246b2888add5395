import { relative } from 'node:path';
import type { Command } from 'commander';
import { allActions } from '../actions/all-actions.ts';
import { createActionRegistry } from '../actions/registry.ts';
import { checkContext } from '../config/check-context.ts';
import { readFlowFolder } from '../config/read-flows.ts';
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
    context: () => checkContext(shopConfig(), createActionRegistry(allActions)),
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

function readFlows(folder: string) {
  return readFlowFolder(folder, relative(process.cwd(), folder) || '.');
}
