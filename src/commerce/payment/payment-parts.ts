import type { Log } from '../../runtime/log.ts';
import type { TradeParts } from '../trade.ts';
import type { PaymentProviders } from './provider.ts';

/** What dealing with money outside of a turn is made of. */
export interface PaymentParts extends TradeParts {
  readonly payments: PaymentProviders;
  readonly log: Log;
}
