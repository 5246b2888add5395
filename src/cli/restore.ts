import { createReadStream, existsSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { ProductIndex } from '../catalog/product-index.ts';
import { rebuildFromStore } from '../catalog/product-walk.ts';
import { type RestoreReport, restore } from '../exchange/restore.ts';
import { openIndex, openStore, popularityOf } from '../main.ts';
import type { Store } from '../storage/store.ts';
import { tellFollowers } from '../sync/tell-followers.ts';
import { Failure } from './failure.ts';
import { shopConfig } from './shop-config.ts';

export interface RestoreDeps {
  readonly openStore: () => Promise<Store>;
  readonly openIndex: (store: Store) => Promise<ProductIndex>;
  readonly output: Writable;
  readonly now: () => number;
  readonly setExitCode: (code: number) => void;
}

interface Flags {
  readonly replace?: boolean;
  readonly leaveOut?: boolean;
}

export function addRestore(root: Command): void {
  addRestoreCommand(root, {
    openStore: () => openStore(shopConfig()),
    openIndex: (store) => openIndex(shopConfig(), popularityOf(store)),
    output: process.stdout,
    now: Date.now,
    setExitCode: (code) => {
      process.exitCode = code;
    },
  });
}

export function addRestoreCommand(root: Command, deps: RestoreDeps): void {
  root
    .command('restore')
    .description('bring what `parley export` wrote into this shop; what is there already stays')
    .argument('<file>', 'written by `parley export`')
    .option('--replace', 'overwrite what is there already')
    .option('--leave-out', 'go on without lines that cannot be read')
    .action((file: string, flags: Flags) => runRestore(file, flags, deps));
}

async function runRestore(file: string, flags: Flags, deps: RestoreDeps): Promise<void> {
  if (!existsSync(file)) throw new Failure(`There is no file ${file}.`);
  const store = await deps.openStore();
  try {
    const open = () => createReadStream(file, { highWaterMark: 256 * 1024 });
    const report = await restore({ store, open, ...flags });
    if (report.products) await refill(store, deps);
    deps.output.write(reportWords(file, report));
    deps.setExitCode(report.refused ? 1 : 0);
  } finally {
    await store.close();
  }
}

async function refill(store: Store, { openIndex, now }: RestoreDeps): Promise<void> {
  const index = await openIndex(store);
  await rebuildFromStore(store, index).finally(() => index.close());
  await tellFollowers(store, now());
}

function reportWords(file: string, { written, kept, bad, badCount, refused }: RestoreReport): string {
  const lines = bad.map(({ line, reason }) => `${file}:${line}: ${reason}\n`).join('');
  const more = badCount > bad.length ? `and ${badCount - bad.length} more\n` : '';
  if (refused) return `${lines}${more}Nothing has been written. --leave-out goes on without these lines.\n`;
  const stayed = kept === 0 ? '' : `, ${kept} were there already and stayed (--replace overwrites them)`;
  return `${lines}${more}${written} documents written${stayed}.\n`;
}
