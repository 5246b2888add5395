import type { FlowFile } from '../../../src/dialog/files/flow-file.ts';

export interface Marked {
  readonly file: FlowFile;
  readonly line: number;
  readonly column: number;
}

/** A file with `§` where a mistake is to be told. */
export function marked(path: string, text: string): Marked {
  const before = text.slice(0, text.indexOf('§'));
  const lines = before.split('\n');
  return { file: { path, text: text.replace('§', '') }, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** A flow around the steps under test, so that each example shows what matters. */
export function flowWith(steps: string, head = ''): string {
  const indented = steps
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  return `flow: sample\nabout: A sample.\nstarts on:\n  - try the sample\n${head}steps:\n${indented}\n`;
}
