import type { Command } from 'commander';
import { openIndex, openStore, popularityOf } from '../main.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { addCatalogImportCommand } from './catalog-import.ts';
import { shopConfig } from './shop-config.ts';

export function addCatalog(root: Command): void {
  const catalog = root.command('catalog').description("the shop's products");
  const config = shopConfig();
  addCatalogImportCommand(catalog, {
    openStore: () => openStore(config),
    openIndex: (store) => openIndex(config, popularityOf(store)),
    output: process.stdout,
    currency: config.shop.currency,
    now: Date.now,
    stockRules: async () => {
      const rules = await openLiveRules({ folder: config.rulesFolder, shop: config.shop });
      return rules.current().stock;
    },
    setExitCode: (code) => {
      process.exitCode = code;
    },
  });
}
