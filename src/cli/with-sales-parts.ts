import { noCompetitors } from '../commerce/dynamic-pricing/competitor-prices.ts';
import { openStock } from '../main.ts';
import { systemClock } from '../runtime/clock.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { connectedSelling } from './connected-selling.ts';
import { createPino, logTo } from './create-log.ts';
import { openSelling, type SalesParts } from './open-selling.ts';
import { shopConfig } from './shop-config.ts';
import { openShopSystems } from './sync-systems.ts';

/** Opens what sells, as the shop has it, for one command; writes what `use` has to say. */
export async function withSalesParts(use: (parts: SalesParts) => Promise<string>): Promise<void> {
  const config = shopConfig();
  const { shop, rulesFolder: folder } = config;
  const rules = await openLiveRules({ folder, shop });
  const log = logTo(createPino(config.logLevel, process.stderr));
  const connected = await connectedSelling(config, log, () => null);
  const systems = await openShopSystems(config, systemClock);
  const { store, index, catalog, close } = await openStock(config);
  try {
    const given = { store, index, catalog, shop, rules: rules.current, clock: systemClock, log, systems };
    const here = { address: () => null, competitors: async () => noCompetitors };
    process.stdout.write(await use(openSelling({ ...given, ...here, ...connected }).parts));
  } finally {
    await close();
  }
}
