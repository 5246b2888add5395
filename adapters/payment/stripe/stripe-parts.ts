import type Stripe from 'stripe';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';

export interface StripeParts {
  readonly client: Stripe;
  readonly webhookSecret: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Where our pages are, without a slash at the end. */
  readonly address: () => string;
}
