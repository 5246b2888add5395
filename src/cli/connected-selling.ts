import type { PaymentProvider } from '../commerce/payment/provider.ts';
import type { Config } from '../config/config.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { SellingParts } from './open-selling.ts';

/** Whom the shop is connected with for money and parcels; each vendor's client is loaded only where it is set up. */
export async function connectedSelling(config: Config, log: Log): Promise<Pick<SellingParts, 'payments' | 'carriers'>> {
  return { payments: await connectedPayments(config, log) };
}

async function connectedPayments(
  { payments: { stripe }, telegram, web }: Config,
  log: Log,
): Promise<readonly PaymentProvider[]> {
  const connected: PaymentProvider[] = [];
  if (stripe !== null) {
    const { createStripeProvider } = await import('../../adapters/payment/stripe/stripe-provider.ts');
    const address = web.publicUrl ?? `http://${web.host}:${web.port}`;
    connected.push(createStripeProvider(stripe, { clock: systemClock, log, address: () => address }));
  }
  if (telegram?.paymentToken != null) {
    const { createTelegramProvider } = await import('../../adapters/payment/telegram/telegram-provider.ts');
    connected.push(createTelegramProvider());
  }
  return connected;
}
