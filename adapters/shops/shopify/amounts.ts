import { currencyExponent } from '../../../src/catalog/currency.ts';
import { readPrice } from '../../../src/catalog/import/price.ts';
import type { Money } from '../../../src/catalog/money.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';

/** `12.5` → 1250 cents; `null` when it is no amount of this currency. */
export function amountOf(decimal: string, currency: string): Money | null {
  // `10.0` and `10.00` of yen have decimals that mean nothing.
  const read = readPrice(currencyExponent(currency) === 0 ? decimal.replace(/\.0+$/u, '') : decimal, {
    currency,
    decimal: '.',
  });
  return 'reason' in read ? null : read;
}

export function moneyOf({
  shopMoney,
}: {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
}): Money {
  const read = amountOf(shopMoney.amount, shopMoney.currencyCode);
  if (read === null) throw new ShopError('SHOP_GARBLED', 'Shopify gave an amount that is none');
  return read;
}

/** 1250 cents → `12.50`. */
export function decimalOf({ amount, currency }: Money): string {
  const digits = currencyExponent(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** In the shop's currency, which is the shopper's here. */
export function moneyBag(money: Money) {
  return { shopMoney: { amount: decimalOf(money), currencyCode: money.currency } };
}
