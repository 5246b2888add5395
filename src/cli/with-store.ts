import type { Config } from '../config/config.ts';
import { openStore } from '../main.ts';
import type { Store } from '../storage/store.ts';
import { shopConfig } from './shop-config.ts';

/** Opens the shop's store for one command; writes what `use` has to say. */
export async function withStore(use: (store: Store, config: Config) => Promise<string>): Promise<void> {
  const config = shopConfig();
  const store = await openStore(config);
  try {
    process.stdout.write(await use(store, config));
  } finally {
    await store.close();
  }
}
