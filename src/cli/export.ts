import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { type Command, InvalidArgumentError } from 'commander';
import { allKinds } from '../exchange/exchange-file.ts';
import { exportAll } from '../exchange/export-all.ts';
import { openStore } from '../main.ts';
import type { Kind } from '../storage/kinds.ts';
import type { Store } from '../storage/store.ts';
import { shopConfig } from './shop-config.ts';

export interface ExportDeps {
  readonly openStore: () => Promise<Store>;
  readonly output: Writable;
  /** Where it says what it did. */
  readonly news: Writable;
  readonly now: () => number;
}

export function addExport(root: Command): void {
  addExportCommand(root, {
    openStore: () => openStore(shopConfig()),
    output: process.stdout,
    news: process.stderr,
    now: Date.now,
  });
}

export function addExportCommand(root: Command, deps: ExportDeps): void {
  root
    .command('export')
    .description('write everything the shop keeps, one document a line; the shop may be open meanwhile')
    .argument('[file]', 'what to write into; standard output when absent or -')
    .option('--kinds <names>', `only these, with commas: ${allKinds.join(',')}`, readKinds)
    .action((file: string | undefined, { kinds = allKinds }: { readonly kinds?: readonly Kind[] }) =>
      runExport({ ...deps, file: file === '-' ? undefined : file, kinds }),
    );
}

interface Run extends ExportDeps {
  readonly file: string | undefined;
  readonly kinds: readonly Kind[];
}

async function runExport({ openStore, now, kinds, file, output, news }: Run): Promise<void> {
  const store = await openStore();
  try {
    let [count, last] = [0, ''];
    const counted = async function* () {
      const onProgress = ({ documents }: { readonly documents: number }) => {
        count = documents;
      };
      for await (const line of exportAll({ store, kinds, now, onProgress })) {
        last = line;
        yield `${line}\n`;
      }
    };
    if (file === undefined) await writeAll(output, counted());
    else await writeFile(file, counted());
    news.write(summary(count, last, file));
  } finally {
    await store.close();
  }
}

/** Under its name only when it is whole; nobody else may read it: it holds addresses and conversations. */
async function writeFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${file}.part`;
  const stream = createWriteStream(part, { mode: 0o600 });
  try {
    await once(stream, 'open');
    await writeAll(stream, lines);
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject);
      stream.end(resolve);
    });
    await rename(part, file);
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

async function writeAll(stream: Writable, lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) if (!stream.write(line)) await once(stream, 'drain');
}

function summary(count: number, last: string, file: string | undefined): string {
  const moved = last.includes('"settled":false');
  const into = file === undefined ? '' : ` into ${file}`;
  const note = moved
    ? 'The shop was never still: orders and stock may be moments apart. Export again when less is sold.\n'
    : '';
  return `${count} documents written${into}.\n${note}`;
}

function readKinds(text: string): readonly Kind[] {
  return text.split(',').map((name) => {
    const kind = allKinds.find((each) => each === name.trim());
    if (kind === undefined) throw new InvalidArgumentError(`"${name}" is none of them`);
    return kind;
  });
}
