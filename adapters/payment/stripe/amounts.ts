import { currencyExponent } from '../../../src/catalog/currency.ts';
import type { Money } from '../../../src/catalog/money.ts';

/**
 * Decimals that Stripe counts in, where they are not two (docs.stripe.com/currencies#minor-units): it differs from what Intl says of
 * krónur, shillings and ariary.
 */
const whole = ['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'];
const thousandths = ['BHD', 'JOD', 'KWD', 'OMR', 'TND'];

function factor(currency: string): number {
  const decimals = whole.includes(currency) ? 0 : thousandths.includes(currency) ? 3 : 2;
  return 10 ** (decimals - currencyExponent(currency));
}

/** In Stripe's smallest units; `null` when it cannot be told in them. Of three decimals Stripe takes two. */
export function stripeAmount({ amount, currency }: Money): number | null {
  const units = amount * factor(currency);
  const isTold = Number.isSafeInteger(units) && (!thousandths.includes(currency) || units % 10 === 0);
  return isTold ? units : null;
}

/** What Stripe counted, in ours. Stripe writes currencies in lower case. */
export function stripeMoney(units: number, currency: string): Money {
  const code = currency.toUpperCase();
  return { amount: Math.round(units / factor(code)), currency: code };
}
