import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page's folder. It is not compiled, so the built program reads it from where the package's sources are. */
export function pageFolder(): string {
  return join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'adapters/channels/webchat/page');
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('WEBCHAT_PAGE_MISSING: no package.json above the web chat');
  return packageRoot(parent);
}
