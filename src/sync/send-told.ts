import { type SendOutcome, sendOrder, tellOrderDiffers } from './order-out.ts';
import { ShopError } from './shop-error.ts';
import type { ShopSystem } from './shop-system.ts';
import type { SyncParts } from './sync-parts.ts';

/** What they do not take is told to a person; one such order does not hold up the others. */
export async function sendTold(parts: SyncParts, system: ShopSystem, id: string): Promise<SendOutcome> {
  try {
    return await sendOrder(parts, system, id);
  } catch (error) {
    if (!(error instanceof ShopError) || error.code !== 'SHOP_REFUSED') throw error;
    await tellOrderDiffers(parts, system, { id, reason: `a change of it is not taken over there: ${error.message}` });
    return { is: 'nothing' };
  }
}
