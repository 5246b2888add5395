import { type Command, InvalidArgumentError } from 'commander';
import type { TradeParts } from '../commerce/trade.ts';
import { openStock } from '../main.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { shopConfig } from './shop-config.ts';
import { moveBetween, setStock, showStock } from './stock-change.ts';
import { unnamedPlaces, unnamedWords } from './stock-places.ts';
import { lowStock, lowWords } from './stock-words.ts';

export function addStock(root: Command): void {
  const stock = root.command('stock').description('how many there are, and where: what is low, counting, moving');
  stock
    .command('list', { isDefault: true })
    .description('what is low or sold out')
    .action(() => withParts(listStock));
  stock
    .command('show <sku>')
    .description('pieces by place, and how many of them are kept for orders')
    .action((sku: string) => withParts((parts) => showStock(parts, sku)));
  stock
    .command('set')
    .description('so many lie there, those for orders among them')
    .argument('<sku>')
    .argument('<number>', 'pieces', countFrom(0))
    .option('--place <name>', 'the first place of shop/stock.yaml when left out')
    .action((sku: string, count: number, { place }: { place?: string }) =>
      withParts((parts) => setStock(parts, { sku, count, place })),
    );
  stock
    .command('move')
    .description('carry pieces from one place to another')
    .argument('<sku>')
    .argument('<number>', 'pieces', countFrom(1))
    .requiredOption('--from <place>', 'where they are')
    .requiredOption('--to <place>', 'where they go')
    .action((sku: string, count: number, places: { from: string; to: string }) =>
      withParts((parts) => moveBetween(parts, { sku, count, ...places })),
    );
}

async function listStock({ store, rules }: TradeParts): Promise<string> {
  const { stock } = rules();
  return lowWords(await lowStock(store, stock), stock) + unnamedWords(await unnamedPlaces(store, stock), stock);
}

function countFrom(least: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^\d{1,9}$/u.test(text) && count >= least) return count;
    throw new InvalidArgumentError(`a whole number from ${least} on is needed`);
  };
}

/** Writes what `use` has to say. */
async function withParts(use: (parts: TradeParts) => Promise<string>): Promise<void> {
  const config = shopConfig();
  const { shop, rulesFolder: folder } = config;
  const rules = await openLiveRules({ folder, shop });
  const { store, catalog, close } = await openStock(config);
  try {
    process.stdout.write(await use({ store, catalog, shop, rules: rules.current, clock: Date }));
  } finally {
    await close();
  }
}
