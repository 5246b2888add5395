import type { Log } from '../../runtime/log.ts';
import type { ShopRules } from '../rules/shop-rules.ts';
import type { PaymentProviders } from './provider.ts';
import { takesMoney } from './ways-to-pay.ts';

/** What a way to pay needs to be set up, for people. */
const needs: Readonly<Record<string, string>> = {
  stripe: 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET',
  telegram: 'TELEGRAM_BOT_TOKEN and TELEGRAM_PAYMENT_TOKEN',
};

/** Tells which of the merchant's ways to pay no shopper will see, and what is missing; also a demo beside what takes money. */
export function warnOfMissingProviders(rules: ShopRules, providers: PaymentProviders, log: Log): void {
  for (const { provider } of rules.payment.methods) {
    if (!providers.has(provider)) log.warn('PAYMENT_NOT_SET_UP', { provider, needs: needs[provider] ?? 'an adapter' });
  }
  const hasDemo = rules.payment.methods.some(({ provider }) => provider === 'demo');
  if (hasDemo && takesMoney(rules, providers)) log.warn('PAYMENT_DEMO_OFFERED', { provider: 'demo' });
}
