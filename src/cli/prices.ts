import type { Command } from 'commander';
import { readCompetitorFile } from '../config/competitor-file.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { movedNow, type PricesDeps, priceLog, wouldMove } from './prices-commands.ts';
import { withStore } from './with-store.ts';

export function addPrices(root: Command): void {
  const prices = root.command('prices').description('prices that move by rules: what moves, why, and what would');
  prices
    .command('now', { isDefault: true })
    .description('what does not cost its base price now, and why')
    .option('--dry-run', 'what the rules would move if prices were looked at now; nothing is written')
    .action(({ dryRun }: { readonly dryRun?: boolean }) => withPrices(dryRun ? wouldMove : movedNow));
  prices
    .command('log')
    .description('the newest changes, each with its reason')
    .argument('[sku]', 'of this SKU alone')
    .action((sku: string | undefined) => withPrices((deps) => priceLog(deps, sku ?? null)));
}

function withPrices(use: (deps: PricesDeps) => Promise<string>): Promise<void> {
  return withStore(async (store, { shop, rulesFolder: folder }) => {
    const rules = (await openLiveRules({ folder, shop })).current();
    const competitors = await readCompetitorFile(folder, shop.currency);
    const coloured = process.stdout.isTTY === true;
    return await use({ store, shop, rules, competitors, coloured, now: Date.now });
  });
}
