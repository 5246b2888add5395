import { transact } from '../commerce/trade.ts';
import { type SendOutcome, sendOrder } from './order-out.ts';
import { tellProblem } from './problems.ts';
import { ShopError } from './shop-error.ts';
import type { ShopSystem } from './shop-system.ts';
import { actorOf, type SyncParts } from './sync-parts.ts';

/** What they do not take is told to a person; one such order does not hold up the others. */
export async function sendTold(parts: SyncParts, system: ShopSystem, id: string): Promise<SendOutcome> {
  try {
    return await sendOrder(parts, system, id);
  } catch (error) {
    if (!(error instanceof ShopError) || error.code !== 'SHOP_REFUSED') throw error;
    const reason = `a change of it is not taken over there: ${error.message}`;
    parts.log.warn('SHOP_ORDER_DIFFERS', { system: system.id, order: id });
    const trying = { key: `tell/${id}`, by: actorOf(system) };
    await transact(parts, trying, (trade) => tellProblem(trade, system.id, { what: 'order', id, reason }));
    return { is: 'nothing' };
  }
}
