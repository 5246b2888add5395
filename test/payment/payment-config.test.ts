import { describe, expect, it } from 'vitest';
import { createDemoProvider } from '../../adapters/payment/demo/demo-provider.ts';
import { createBankTransfer } from '../../adapters/payment/offline/bank-transfer.ts';
import { createTelegramProvider } from '../../adapters/payment/telegram/telegram-provider.ts';
import { warnOfMissingProviders } from '../../src/commerce/payment/not-set-up.ts';
import type { PaymentProvider } from '../../src/commerce/payment/provider.ts';
import { paymentRules } from '../../src/commerce/rules/payment.ts';
import { usualRules } from '../../src/commerce/rules/shop-rules.ts';
import { ConfigError, readConfig } from '../../src/config/config.ts';
import { type Recorded, recordingLog } from '../commerce/payment/recording-log.ts';
import { facts } from '../commerce/payment/selling-shop.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { secretKey, webhookSecret } from './stripe-setup.ts';

const problems = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
const whole = { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret };

describe('the settings of payments', () => {
  it('are none by default, and Stripe’s when both secrets are there', () => {
    expect(readConfig({}).payments).toEqual({ stripe: null });
    expect(readConfig({ ...whole, STRIPE_API_ROOT: 'http://127.0.0.1:1' }).payments).toEqual({
      stripe: { secretKey, webhookSecret, apiRoot: 'http://127.0.0.1:1' },
    });
  });

  it.each([
    [{ STRIPE_SECRET_KEY: secretKey }, 'STRIPE_WEBHOOK_SECRET is missing'],
    [{ STRIPE_WEBHOOK_SECRET: webhookSecret }, 'STRIPE_SECRET_KEY is missing'],
    [{ ...whole, STRIPE_SECRET_KEY: 'pk_test_0123456789ab' }, 'STRIPE_SECRET_KEY must begin with sk_ or rk_'],
    [{ ...whole, STRIPE_WEBHOOK_SECRET: 'secret' }, 'STRIPE_WEBHOOK_SECRET must begin with whsec_'],
    [{ ...whole, STRIPE_API_ROOT: 'api.stripe.com' }, 'STRIPE_API_ROOT must be an address'],
  ])('tell what is wrong, and no secret: %j', (environment, words) => {
    const told = problems(environment);
    expect(told).toEqual([expect.stringContaining(words)]);
    expect(told.join()).not.toContain('0123456789ab');
  });
});

describe('a way to pay that is not set up', () => {
  it('is told with what it needs, and stops nothing', () => {
    const logged: Recorded[] = [];
    const payment = paymentRules(facts).parse({
      methods: [
        { provider: 'stripe', label: 'Card' },
        { provider: 'demo', label: 'Demo' },
      ],
    });
    warnOfMissingProviders({ ...usualRules(facts), payment }, new Map(), recordingLog(logged));
    expect(logged.map(({ fields }) => fields)).toEqual([
      { provider: 'stripe', needs: 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET' },
      { provider: 'demo', needs: 'an adapter' },
    ]);
  });
});

describe('a demo beside what takes money', () => {
  const demo = { provider: 'demo', label: 'Demo' };
  const demoProvider = createDemoProvider({
    store: createMemoryStore(new Map()),
    clock: { now: () => 0 },
    address: () => null,
  });
  const transfer = { provider: 'bank-transfer', label: 'Transfer' };
  const bank = { name: 'First Bank', iban: 'DE02120300000000202051', holder: 'Test shop' };
  const told = (given: object, more: readonly PaymentProvider[] = []) => {
    const logged: Recorded[] = [];
    const own = [demoProvider, createBankTransfer({ bank: () => null }), ...more];
    const providers = new Map(own.map((provider) => [provider.id, provider]));
    const payment = paymentRules(facts).parse(given);
    warnOfMissingProviders({ ...usualRules(facts), payment }, providers, recordingLog(logged));
    return logged.map(({ code }) => code);
  };

  it('is told at the start', () => {
    expect(told({ methods: [demo] })).toEqual([]);
    expect(told({ methods: [demo] }, [createTelegramProvider()])).toEqual(['PAYMENT_DEMO_OFFERED']);
    expect(told({ methods: [demo, transfer], bank })).toEqual(['PAYMENT_DEMO_OFFERED']);
    expect(told({ methods: [transfer], bank })).toEqual([]);
  });
});

describe('payment.yaml', () => {
  const read = (given: object) => paymentRules(facts).safeParse(given);
  const bank = { name: 'First Bank', iban: 'DE02120300000000202051', holder: 'Test shop' };

  it('may name each way once, must name one, and an account where transfers are taken', () => {
    const demo = { provider: 'demo', label: 'Demo' };
    expect(read({ methods: [demo] }).success).toBe(true);
    expect(read({ methods: [] }).success).toBe(false);
    expect(read({ methods: [demo, demo] }).success).toBe(false);
    expect(read({ methods: [{ provider: 'gold', label: 'Gold' }] }).success).toBe(false);
    const transfer = { provider: 'bank-transfer', label: 'Transfer' };
    expect(read({ methods: [transfer] }).success).toBe(false);
    expect(read({ methods: [transfer], bank }).success).toBe(true);
  });
});
