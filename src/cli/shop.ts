import type { Command } from 'commander';
import { readRuleFiles } from '../config/read-rules.ts';
import { openStock } from '../main.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { addShopCheck } from './shop-check.ts';
import { shopConfig } from './shop-config.ts';
import { addShopPrice } from './shop-price.ts';
import { addShopSchema } from './shop-schema.ts';

export function addShop(root: Command): void {
  const shop = root.command('shop').description('how the shop sells: check the rules, ask what something costs');
  const write = (text: string): void => void process.stdout.write(text);
  const isTerminal = process.stdout.isTTY === true;
  const fail = (): void => {
    process.exitCode = 1;
  };
  const facts = () => shopConfig().shop;
  addShopCheck(shop, { readRules: () => readRuleFiles(shopConfig().rulesFolder), facts, write, isTerminal, fail });
  addShopSchema(shop, { facts, write });
  addShopPrice(shop, {
    facts,
    write,
    isTerminal,
    now: Date.now,
    openStock: () => openStock(shopConfig()),
    rules: async () => {
      const live = await openLiveRules({ folder: shopConfig().rulesFolder, shop: facts() });
      return live.current();
    },
  });
}
