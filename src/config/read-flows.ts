import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FlowFile } from '../dialog/files/flow-file.ts';

export interface FlowFolder {
  /** The files `*.yaml` directly in the folder. */
  readonly flows: readonly FlowFile[];
  /** `messages/<locale>.yaml`. */
  readonly messages: readonly FlowFile[];
  /** `tests/*.yaml`: conversations that must go so. */
  readonly tests: readonly FlowFile[];
  /** `synonyms.yaml`, which the search reads. */
  readonly synonyms: FlowFile | null;
}

const synonymsName = 'synonyms.yaml';

/** Reads a merchant's folder. `shown` is how the folder is named in messages. */
export async function readFlowFolder(folder: string, shown: string = folder): Promise<FlowFolder> {
  const [own, messages, tests] = await Promise.all(
    ['', 'messages', 'tests'].map((part) => readYamlFiles(join(folder, part), part === '' ? shown : join(shown, part))),
  );
  return {
    flows: (own ?? []).filter(({ path }) => basename(path) !== synonymsName),
    messages: messages ?? [],
    tests: tests ?? [],
    synonyms: own?.find(({ path }) => basename(path) === synonymsName) ?? null,
  };
}

/** The YAML files directly in a folder, by name; none where there is no such folder. `shown`: how the folder is named in messages. */
export async function readYamlFiles(folder: string, shown: string): Promise<readonly FlowFile[]> {
  const names = await readdir(folder).catch((error: unknown) => absent(error));
  const yaml = names.filter((name) => /\.ya?ml$/iu.test(name)).sort();
  return Promise.all(
    yaml.map(async (name) => ({ path: join(shown, name), text: await readFile(join(folder, name), 'utf8') })),
  );
}

function absent(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
