import { createStripeProvider } from '../../adapters/payment/stripe/stripe-provider.ts';
import type { PaymentProvider } from '../../src/commerce/payment/provider.ts';
import type { Log } from '../../src/runtime/log.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type FakeStripe, startFakeStripe } from '../fakes/stripe/fake-stripe.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';

export const secretKey = 'sk_test_0123456789abcdefghijklmn';
export const webhookSecret = 'whsec_0123456789abcdefghijklmnopqrstuv';
/** As the client of this version sends it. */
export const apiVersion = '2026-10-28.endive';
export const address = 'http://127.0.0.1:3000';

export interface StripeSetup {
  readonly stripe: FakeStripe;
  readonly provider: PaymentProvider;
  readonly clock: ManualClock;
}

export async function openStripe({
  clock = createManualClock(),
  log = silentLog,
}: {
  readonly clock?: ManualClock;
  readonly log?: Log;
} = {}): Promise<StripeSetup> {
  const stripe = await startFakeStripe({ secretKey, webhookSecret, apiVersion, now: clock.now });
  const access = { secretKey, webhookSecret, apiRoot: stripe.apiRoot };
  const provider = createStripeProvider(access, { clock, log, address: () => address });
  return { stripe, provider, clock };
}
