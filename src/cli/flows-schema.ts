import type { Command } from 'commander';
import { flowJsonSchema } from '../dialog/files/flow-json-schema.ts';
import type { FlowsDeps } from './flows-deps.ts';

/** `parley flows schema`: for editors, by `# yaml-language-server: $schema=flow.schema.json`. */
export function addFlowsSchema(flows: Command, deps: FlowsDeps): void {
  flows
    .command('schema')
    .description('write the JSON Schema of flow files, for your editor')
    .action(async () => {
      deps.write(`${JSON.stringify(flowJsonSchema(await deps.context()), null, 2)}\n`);
    });
}
