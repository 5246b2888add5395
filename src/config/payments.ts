import { z } from 'zod';

export interface PaymentSettings {
  /** `null`: Stripe is not set up. */
  readonly stripe: StripeSettings | null;
}

export interface StripeSettings {
  readonly secretKey: string;
  /** Of the endpoint in Stripe's dashboard that posts to this shop. */
  readonly webhookSecret: string;
  /** Stripe's API; Stripe's own when `null`. */
  readonly apiRoot: string | null;
}

export const paymentVariables = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(
      /^(sk|rk)_(test|live)_\w{10,}$/u,
      'STRIPE_SECRET_KEY must begin with sk_ or rk_, as Stripe’s dashboard shows it',
    )
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S{10,}$/u, 'STRIPE_WEBHOOK_SECRET must begin with whsec_, as Stripe’s dashboard shows it')
    .optional(),
  STRIPE_API_ROOT: z
    .url({ protocol: /^https?$/u, error: 'STRIPE_API_ROOT must be an address, as https://api.stripe.com' })
    .optional(),
};

const variables = z.object(paymentVariables);
type Set = z.output<typeof variables>;

/** What does not go together, a sentence each. */
export function paymentProblems(set: Set): readonly string[] {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret, STRIPE_API_ROOT: root } = set;
  if (key !== undefined && secret === undefined) {
    return ['STRIPE_WEBHOOK_SECRET is missing: without it nobody could tell Stripe’s posts from a forger’s'];
  }
  if (key === undefined && (secret !== undefined || root !== undefined)) {
    return ['STRIPE_SECRET_KEY is missing: Stripe is half set up'];
  }
  return [];
}

export function paymentSettings(set: Set): PaymentSettings {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_ROOT } = set;
  if (secretKey === undefined || webhookSecret === undefined) return { stripe: null };
  return { stripe: { secretKey, webhookSecret, apiRoot: STRIPE_API_ROOT ?? null } };
}
