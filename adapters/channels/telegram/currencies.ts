import { currencyExponent } from '../../../src/catalog/currency.ts';
import type { Money } from '../../../src/catalog/money.ts';

/**
 * Currencies without decimals in Telegram's own list (core.telegram.org/bots/payments/currencies.json, `exp`); all others have two. It
 * differs from what Intl says of forints, rupiahs and others.
 */
const whole: ReadonlySet<string> = new Set(['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'VND', 'XTR']);

/** How many of Telegram's smallest units make one of ours; below 1 where ours are the smaller ones. */
function factor(currency: string): number {
  return 10 ** ((whole.has(currency) ? 0 : 2) - currencyExponent(currency));
}

/** In the units Telegram counts in; `null` when it cannot be told exactly. */
export function telegramAmount({ amount, currency }: Money): number | null {
  const units = amount * factor(currency);
  return Number.isSafeInteger(units) ? units : null;
}

/** What Telegram counted, in ours; rounded where ours are the larger ones. */
export function telegramMoney(units: number, currency: string): Money {
  return { amount: Math.round(units / factor(currency)), currency };
}
