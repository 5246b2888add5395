import { noCompetitors } from '../commerce/dynamic-pricing/competitor-prices.ts';
import type { Sells } from '../rehearsal/stage.ts';
import { silentLog } from '../runtime/log.ts';
import { openSelling, type SellingParts } from './open-selling.ts';

/** By the merchant's own rules, with what needs nobody's account: nothing of a rehearsal goes outside. */
export function rehearsedSelling(given: Pick<SellingParts, 'store' | 'catalog' | 'index' | 'shop' | 'rules'>): Sells {
  return (clock) =>
    openSelling({ ...given, clock, log: silentLog, address: () => null, competitors: async () => noCompetitors });
}
