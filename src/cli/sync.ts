import type { Command } from 'commander';
import { createCatalog } from '../catalog/catalog.ts';
import { openIndex, openStore, popularityOf } from '../main.ts';
import { systemClock } from '../runtime/clock.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { ShopError } from '../sync/shop-error.ts';
import type { ShopSystem } from '../sync/shop-system.ts';
import { sweep } from '../sync/sweep.ts';
import type { SyncParts } from '../sync/sync-parts.ts';
import { tellFollowers } from '../sync/tell-followers.ts';
import { createPino, logTo } from './create-log.ts';
import { Failure } from './failure.ts';
import { shopConfig } from './shop-config.ts';
import { syncWords } from './sync-status.ts';
import { openShopSystems } from './sync-systems.ts';

export function addSync(root: Command): void {
  const sync = root.command('sync').description('keep in step with the real shop: Shopify, WooCommerce');
  sync
    .command('status', { isDefault: true })
    .description('when products, stock and orders were compared last, and what has to be looked at')
    .action(() => withSystems(async () => undefined));
  sync
    .command('now')
    .description('compare everything that has changed, here and there, and wait for it')
    .action(() => withSystems(sweepAll));
}

/** Does it, and says how things are then. */
async function withSystems(use: (parts: SyncParts) => Promise<void>): Promise<void> {
  const config = shopConfig();
  const systems = await openShopSystems(config, systemClock);
  if (systems.length === 0)
    throw new Failure(
      'No shop is connected. Set SHOPIFY_SHOP or WOOCOMMERCE_URL: docs/selling/shop-systems.md tells how.',
    );
  const { shop, rulesFolder, logLevel } = config;
  const rules = await openLiveRules({ folder: rulesFolder, shop });
  // Not as a shop is opened: one that is empty would get the demo's products beside the real ones.
  const store = await openStore(config);
  const index = await openIndex(config, popularityOf(store));
  const log = logTo(createPino(logLevel, process.stderr));
  const parts = {
    store,
    index,
    catalog: createCatalog({ store, index }),
    shop,
    rules: rules.current,
    clock: systemClock,
    systems,
    log,
  };
  try {
    await use(parts);
    for (const system of systems) process.stdout.write(await syncWords(store, system, systemClock.now()));
  } finally {
    await index.close();
    await store.close();
  }
}

async function sweepAll(parts: SyncParts): Promise<void> {
  for (const system of parts.systems) await sweepOne(parts, system);
  await tellFollowers(parts.store, parts.clock.now());
}

async function sweepOne(parts: SyncParts, system: ShopSystem): Promise<void> {
  try {
    const outcome = await sweep(parts, system, Number.POSITIVE_INFINITY);
    if (outcome === 'elsewhere') process.stdout.write('The open shop is at it already.\n');
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    throw new Failure(`${error.message} (${error.code})`);
  }
}
