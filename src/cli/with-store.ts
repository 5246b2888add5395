import { openStore } from '../main.ts';
import type { Store } from '../storage/store.ts';
import { shopConfig } from './shop-config.ts';

/** Opens the shop's store for one command; writes what `use` has to say. */
export async function withStore(use: (store: Store) => Promise<string>): Promise<void> {
  const store = await openStore(shopConfig());
  try {
    process.stdout.write(await use(store));
  } finally {
    await store.close();
  }
}
