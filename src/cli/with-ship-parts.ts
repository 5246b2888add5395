import { manualCarrier } from '../../adapters/shipping/manual/manual-carrier.ts';
import type { ShipParts } from '../commerce/shipping/ship-order.ts';
import { openStock } from '../main.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { connectedSelling } from './connected-selling.ts';
import { createPino, logTo } from './create-log.ts';
import { shopConfig } from './shop-config.ts';

/** Writes what `use` has to say. */
export async function withShipParts(use: (parts: ShipParts) => Promise<string>): Promise<void> {
  const config = shopConfig();
  const { shop, rulesFolder: folder } = config;
  const rules = await openLiveRules({ folder, shop });
  const log = logTo(createPino(config.logLevel, process.stderr));
  const connected = await connectedSelling(config, log);
  const carriers = new Map([manualCarrier, ...connected.carriers].map((carrier) => [carrier.id, carrier]));
  const { store, catalog, close } = await openStock(config);
  try {
    process.stdout.write(await use({ store, catalog, shop, rules: rules.current, clock: Date, carriers }));
  } finally {
    await close();
  }
}
