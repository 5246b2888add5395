import type { ProductIndex } from '../catalog/product-index.ts';
import type { TradeParts } from '../commerce/trade.ts';
import type { Log } from '../runtime/log.ts';
import type { ShopSystem } from './shop-system.ts';

/** What keeping in step with shop systems is made of. */
export interface SyncParts extends TradeParts {
  readonly systems: readonly ShopSystem[];
  readonly index: Pick<ProductIndex, 'put' | 'remove'>;
  readonly log: Log;
}

/** For an order's history. */
export function actorOf({ id }: Pick<ShopSystem, 'id'>) {
  return { who: 'system', what: id } as const;
}
