import { isRefusal } from '../refusal.ts';
import { type TradeParts, transact } from '../trade.ts';
import { applyTracking } from './apply-tracking.ts';
import type { Tracking } from './carrier.ts';

/** What a carrier has told, one parcel after the other, each by itself; what is of no order of ours is passed over. Throws as `transact`. */
export async function takeTrackings(
  parts: TradeParts,
  carrier: string,
  trackings: readonly Tracking[],
): Promise<{ readonly taken: number }> {
  let taken = 0;
  for (const one of trackings) {
    const trying = {
      key: `tracking:${carrier}:${one.tracking}:${one.at}`,
      by: { who: 'system', what: carrier },
    } as const;
    if (!isRefusal(await transact(parts, trying, (trade) => applyTracking(trade, one)))) taken += 1;
  }
  return { taken };
}
