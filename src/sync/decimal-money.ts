import { currencyExponent } from '../catalog/currency.ts';
import { readPrice } from '../catalog/import/price.ts';
import type { Money } from '../catalog/money.ts';

/** `12.5` → 1250 cents; `null` when it is no amount of this currency. */
export function amountOf(decimal: string, currency: string): Money | null {
  const digits = currencyExponent(currency);
  // A shop may show more decimals than its currency has.
  const cut = new RegExp(`^(-?\\d+(?:\\.\\d{0,${digits}})?)0*$`, 'u').exec(decimal)?.[1]?.replace(/\.$/u, '');
  const read = readPrice(cut ?? decimal, { currency, decimal: '.' });
  return 'reason' in read ? null : read;
}

/** 1250 cents → `12.50`. */
export function decimalOf({ amount, currency }: Money): string {
  const digits = currencyExponent(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
