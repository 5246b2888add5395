import type { FlowFile } from './flow-file.ts';
import { createMistakes } from './mistakes.ts';
import { readFlow } from './read-flow.ts';
import type { FlowSource } from './source.ts';
import { parseYaml } from './yaml-file.ts';

/**
 * What stands above the steps of a file that cannot be read as a whole; `null` where that cannot be read either. Its name and what starts it may
 * clash with other flows. Its own mistakes are not told: a part of a file lacks what stands in the rest.
 */
export function readHead({ path, text }: FlowFile): FlowSource | null {
  const [, head] = /^(.*?\n)steps[ \t]*:/su.exec(text) ?? [];
  if (head === undefined) return null;
  const mistakes = createMistakes();
  const yaml = parseYaml({ path, text: head }, mistakes);
  return yaml.broken ? null : readFlow(yaml, { file: yaml.file, mistakes });
}
