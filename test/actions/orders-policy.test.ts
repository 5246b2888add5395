import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderRules } from '../../src/commerce/rules/orders.ts';
import { facts, openShop, type Shop } from './shop.ts';

describe('orders.policy', () => {
  let shop: Shop;

  beforeEach(async () => {
    const orders = orderRules(facts).parse({
      cancel: { until: 'packed' },
      change: { items: false },
      return: { days: 14 },
      exchange: { allowed: false, days: null },
    });
    shop = await openShop([], { rules: { orders } });
  });
  afterEach(() => shop.close());

  it('tells what orders.yaml allows', async () => {
    expect(await shop.shopper('ada').gets('orders.policy')).toEqual({
      can_return: true,
      return_days: 14,
      can_exchange: false,
      exchange_days: null,
      exchange_same_product: true,
      can_cancel: true,
      cancel_until: 'packed',
      can_change_address: true,
      can_change_items: false,
    });
  });
});
