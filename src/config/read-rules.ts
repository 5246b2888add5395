import { relative } from 'node:path';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import { readYamlFiles } from './read-flows.ts';

/** The texts of the merchant's rules, `tax.yaml` and so on; none where there is no such folder. Paths are as the merchant would type them. */
export function readRuleFiles(folder: string): Promise<readonly FlowFile[]> {
  return readYamlFiles(folder, relative(process.cwd(), folder) || '.');
}
