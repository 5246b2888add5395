import type { FlowFile } from '../dialog/files/flow-file.ts';

/** Written, new or gone. */
export function changedFiles(before: readonly FlowFile[], after: readonly FlowFile[]): readonly string[] {
  const texts = (files: readonly FlowFile[]) => new Map(files.map(({ path, text }) => [path, text]));
  const [old, fresh] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => old.get(path) !== fresh.get(path)).sort();
}
