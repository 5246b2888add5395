import type { Config } from '../config/config.ts';
import type { Log } from '../runtime/log.ts';
import type { SellingParts } from './open-selling.ts';

/** Whom the shop is connected with for money and parcels; each vendor's client is loaded only where it is set up. */
export async function connectedSelling(
  _config: Config,
  _log: Log,
): Promise<Pick<SellingParts, 'payments' | 'carriers'>> {
  return {};
}
