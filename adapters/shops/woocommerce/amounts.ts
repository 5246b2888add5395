import type { Money } from '../../../src/catalog/money.ts';
import { amountOf } from '../../../src/sync/decimal-money.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';

export function moneyOf(decimal: string, currency: string): Money {
  const read = amountOf(decimal, currency);
  if (read === null) throw new ShopError('SHOP_GARBLED', 'WooCommerce gave an amount that is none');
  return read;
}
