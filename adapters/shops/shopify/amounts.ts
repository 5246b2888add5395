import type { Money } from '../../../src/catalog/money.ts';
import { amountOf, decimalOf } from '../../../src/sync/decimal-money.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';

export function moneyOf({
  shopMoney,
}: {
  readonly shopMoney: { readonly amount: string; readonly currencyCode: string };
}): Money {
  const read = amountOf(shopMoney.amount, shopMoney.currencyCode);
  if (read === null) throw new ShopError('SHOP_GARBLED', 'Shopify gave an amount that is none');
  return read;
}

/** In the shop's currency, which is the shopper's here. */
export function moneyBag(money: Money) {
  return { shopMoney: { amount: decimalOf(money), currencyCode: money.currency } };
}
