import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Config } from '../config/config.ts';
import { packageFolder } from '../config/package-folder.ts';

/** Where a merchant puts pictures that products name as `/pictures/…`. */
export function ownPictures({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'pictures');
}

/** The shop's own pictures come before the demo's. */
export function pictureFolders(config: Pick<Config, 'dataFolder'>): readonly string[] {
  return [ownPictures(config), join(packageFolder(), 'demo', 'pictures')];
}

/** Opens `/pictures/<name>` for channels that upload; `null` for whatever else or what is not there. */
export function pictureOpener(folders: readonly string[]): (address: string) => Promise<Uint8Array | null> {
  return async (address) => {
    const name = /^\/pictures\/([^?#]+)/u.exec(address)?.[1];
    if (name === undefined) return null;
    for (const folder of folders) {
      const file = resolve(folder, name);
      const bytes = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
      if (bytes) return bytes;
    }
    return null;
  };
}
