import type { Command } from 'commander';
import { loadBook } from '../dialog/files/load-book.ts';
import { flowGraph } from '../dialog/files/mermaid.ts';
import { nearestWord } from '../understanding/nearest-word.ts';
import { report } from './flows-check.ts';
import type { FlowsDeps } from './flows-deps.ts';

/** `parley flows graph [flow]`: Mermaid, to look at in an editor or on a web page. */
export function addFlowsGraph(flows: Command, deps: FlowsDeps): void {
  flows
    .command('graph')
    .argument('[flow]', 'one flow alone')
    .description('draw the flows as a Mermaid chart')
    .action(async (flow: string | undefined) => {
      const { flows: files, messages } = await deps.readFlows();
      const { book, mistakes } = loadBook(files, messages, await deps.context());
      if (book === null) {
        const errors = mistakes.filter(({ severity }) => severity === 'error');
        return refuse(report(errors, [...files, ...messages], deps.isTerminal), deps);
      }
      if (flow !== undefined && !book.flows.has(flow)) return refuse(unknownFlow(flow, [...book.flows.keys()]), deps);
      deps.write(flowGraph(book, flow ?? null));
    });
}

function refuse(words: string, deps: FlowsDeps): void {
  deps.write(words);
  deps.fail();
}

function unknownFlow(flow: string, known: readonly string[]): string {
  const near = nearestWord(flow, known);
  return `There is no flow "${flow}". ${near === null ? `Flows are: ${known.join(', ')}.` : `Did you mean "${near}"?`}\n`;
}
