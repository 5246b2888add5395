import type { Command } from 'commander';
import { shopConfig } from './shop-config.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('open the shop: the web chat, and every channel that is set up')
    .action(async () => {
      const config = shopConfig();
      const { serveShop } = await import('./serve-shop.ts');
      await serveShop(config);
    });
}
