import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `node` arguments that run `parley`: as it is built, or from its sources where they are newer than the build. */
export const parleyCommand: readonly string[] = isBuilt()
  ? [join(root, 'bin/parley.js')]
  : ['--import', new URL('../services/typescript.mjs', import.meta.url).href, join(root, 'src/cli/parley.ts')];

function isBuilt(): boolean {
  const built = Math.max(newest(join(root, 'dist/src')), newest(join(root, 'dist/adapters')));
  return built > newest(join(root, 'src')) && built > newest(join(root, 'adapters'));
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
