import Stripe from 'stripe';
import { PaymentProviderDown } from '../../../src/commerce/payment/provider-down.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';

export interface StripeAccess {
  /** `sk_test_…`, `sk_live_…` or a restricted `rk_…`. */
  readonly secretKey: string;
  /** Stripe's API; Stripe's own when `null`. */
  readonly apiRoot: string | null;
}

/** A shopper waits: a page of Stripe's that is not there after this is not worth it. */
const patienceMs = 4_000;

/** Stripe's own client. It tells Stripe nothing of how long calls took. */
export function createStripeClient({ secretKey, apiRoot }: StripeAccess): Stripe {
  const own = { telemetry: false, timeout: patienceMs, maxNetworkRetries: 1 };
  if (apiRoot === null) return new Stripe(secretKey, own);
  const { protocol, hostname, port } = new URL(apiRoot);
  const isPlain = protocol === 'http:';
  return new Stripe(secretKey, {
    ...own,
    protocol: isPlain ? 'http' : 'https',
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : Number(port),
  });
}

/** Asks Stripe; what `expected` does not know as an answer counts as out of reach. The log gets Stripe's code, never its words. */
export async function asked<T>(log: Log, ask: () => Promise<T>, expected?: (error: StripeNo) => T | null): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const known = error instanceof Stripe.errors.StripeInvalidRequestError ? (expected?.(error) ?? null) : null;
    if (known !== null) return known;
    log.warn('STRIPE_FAILED', reasonOf(error));
    throw new PaymentProviderDown('stripe', { cause: error });
  }
}

export type StripeNo = Pick<InstanceType<typeof Stripe.errors.StripeError>, 'code' | 'param' | 'statusCode'>;

function reasonOf(error: unknown): Readonly<Record<string, string | number>> {
  if (!(error instanceof Stripe.errors.StripeError)) return { type: errorCode(error) };
  const { type, code, param, statusCode } = error;
  return { type, ...(code && { reason: code }), ...(param && { param }), ...(statusCode && { status: statusCode }) };
}
