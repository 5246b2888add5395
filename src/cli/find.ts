import type { Command } from 'commander';
import { openStock } from '../main.ts';
import { addSearchCommand } from './search.ts';
import { shopConfig } from './shop-config.ts';

export function addSearch(root: Command): void {
  addSearchCommand(root, {
    openCatalog: async () => openStock(shopConfig()),
    currency: shopConfig().shop.currency,
    input: process.stdin,
    output: process.stdout,
  });
}
