import type { PaymentProvider } from '../commerce/payment/provider.ts';
import type { Carrier } from '../commerce/shipping/carrier.ts';
import type { Config } from '../config/config.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { SellingParts } from './open-selling.ts';

/** Whom the shop is connected with for money and parcels; a vendor's client is loaded only where it is set up. */
export async function connectedSelling(
  config: Config,
  log: Log,
  address: () => string | null,
): Promise<Required<Pick<SellingParts, 'payments' | 'carriers'>>> {
  const payments = [await openStripe(config, log, address), await openTelegramPayments(config)].filter(
    (one) => one !== null,
  );
  const carriers = [await openEasypost(config, log)].filter((one) => one !== null);
  return { payments, carriers };
}

async function openStripe(
  { payments: { stripe }, web }: Config,
  log: Log,
  address: () => string | null,
): Promise<PaymentProvider | null> {
  if (stripe === null) return null;
  const { createStripeProvider } = await import('../../adapters/payment/stripe/stripe-provider.ts');
  // A command has no pages of its own: those of the shop that is open beside it are meant.
  const configured = web.publicUrl ?? `http://${web.host}:${web.port}`;
  return createStripeProvider(stripe, { clock: systemClock, log, address: () => address() ?? configured });
}

async function openTelegramPayments({ telegram }: Config): Promise<PaymentProvider | null> {
  if (!telegram?.paymentToken) return null;
  const { createTelegramProvider } = await import('../../adapters/payment/telegram/telegram-provider.ts');
  return createTelegramProvider();
}

async function openEasypost({ easypost }: Config, log: Log): Promise<Carrier | null> {
  if (!easypost) return null;
  const { createEasypostCarrier } = await import('../../adapters/shipping/easypost/easypost-carrier.ts');
  return createEasypostCarrier(easypost, { clock: systemClock, log });
}
