import { randomUUID } from 'node:crypto';
import type { Store, StoreReader } from '../../storage/store.ts';

const id = 'parley/store';

/**
 * What this store's payments carry at their providers, made when the shop first opened. An address is no mark: a copy that is tried out with
 * an empty store has the living shop's. `null`: the shop has not been opened yet.
 */
export async function storeMark(store: Pick<StoreReader, 'get'>): Promise<string | null> {
  const mark = (await store.get('shop-link', id))?.body['mark'];
  return typeof mark === 'string' ? mark : null;
}

/** Made once, however many processes open the shop. */
export async function keepStoreMark(store: Store): Promise<void> {
  if ((await storeMark(store)) !== null) return;
  await store.commit([{ kind: 'shop-link', id, revision: 0, body: { mark: randomUUID() } }]);
}
