import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productBody } from '../../src/catalog/product-schema.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import { aProduct } from '../catalog/shelf.ts';
import { rulesOf, severalWays, someCoupons, someWays, someZones } from '../commerce/checkout/ways.ts';
import { openShop, type Shop } from './shop.ts';

const price = (at: number) => aProduct('mug', { title: 'Blue mug', price: at, stock: null });
const cup = aProduct('cup', { title: 'Cup', price: 700, stock: 12 });
const bowl = aProduct('bowl', { title: 'Bowl', price: 999, stock: null });
const home = '12 Main St, Springfield, IL 62704';

const does = (action: string, input: JsonObject = {}) => fc.constant({ action, input });
const move = fc.oneof(
  does('cart.add', { product: 'mug' }),
  does('cart.add', { product: 'bowl', quantity: 7 }),
  does('cart.add', { product: 'cup', quantity: 5 }),
  does('cart.change', { last: true, quantity: 2 }),
  does('cart.remove', { line: 'mug' }),
  does('cart.save', { last: true }),
  does('cart.unsave', {}),
  does('checkout.address', { text: home }),
  does('checkout.address', { text: '1 Bay St, Toronto, ON M5J 2R8, Canada' }),
  does('checkout.address', { text: 'somewhere' }),
  does('checkout.forget'),
  does('checkout.as-before'),
  does('checkout.delivery', { method: 'standard' }),
  does('checkout.delivery', { method: 'express' }),
  does('checkout.delivery', { method: 'pick-up-store' }),
  does('checkout.contact', { text: 'Ada Lovelace, ada@example.com' }),
  does('checkout.contact', { name: '' }),
  does('checkout.coupon', { code: 'SAVE10' }),
  does('checkout.coupon', { code: 'ONCE' }),
  does('checkout.coupon', { code: 'BIG' }),
  does('checkout.remove-coupon', { code: 'ONCE' }),
  does('checkout.pay-by', { method: 'demo' }),
  does('checkout.pay-by', { method: 'cash-on-delivery' }),
  does('checkout.gift', { message: 'For you' }),
  does('the price moves'),
  does('the price moves'),
  does('checkout.place'),
  does('checkout.place'),
  does('checkout.place'),
);
/** Most walks would never get to an order without a way to begin. */
const start = ['cart.add', 'checkout.address', 'checkout.delivery', 'checkout.contact', 'checkout.pay-by'];
const inputs: Readonly<Record<string, JsonObject>> = {
  'cart.add': { product: 'bowl' },
  'checkout.address': { text: home },
  'checkout.delivery': { method: 'standard' },
  'checkout.contact': { text: 'Ada Lovelace, ada@example.com' },
  'checkout.pay-by': { method: 'demo' },
};

const place = { action: 'checkout.place', input: {} };
const priceMoves = { action: 'the price moves', input: {} };

describe('whatever is done in whatever order', () => {
  let shop: Shop;
  beforeAll(async () => {
    const rules = rulesOf({ payment: severalWays, shipping: someZones, coupons: someCoupons });
    shop = await openShop([price(1_250), bowl, cup], { payments: someWays, rules });
    const half = { onHand: 6, reserved: 0 };
    await shop.write('stock', 'cup-0', { product: 'cup', places: { main: half, store: half } });
  });
  afterAll(() => shop.close());

  it('the checkout can be shown, and an order costs what was shown', async () => {
    const reached = { placed: 0, refused: 0, changed: 0 };
    let walks = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(true, true, true, true, true, false),
        fc.array(move, { minLength: 4, maxLength: 9 }),
        fc.constantFrom([], [place], [place], [priceMoves, place]),
        async (begun, moves, next) => {
          walks += 1;
          await shop.write('product', 'mug', productBody(price(1_250), null));
          const first = begun ? start.map((action) => ({ action, input: inputs[action] ?? {} })) : [];
          for (const [step, { action, input }] of [...first, ...next, ...moves, place].entries()) {
            const ada = shop.shopper(`ada-${walks}`, { key: `${walks}:${step}` });
            if (action === 'the price moves') {
              await shop.write('product', 'mug', productBody(price(1_250 + step), null));
              reached.changed += 1;
              continue;
            }
            const shown = await ada.gets('checkout.show');
            const seen = shown['total'] ?? null;
            const outcome = await ada.does(action, action === 'checkout.place' ? { total: seen } : input);
            expect(outcome).not.toMatchObject({ result: 'failed' });
            if (action !== 'checkout.place') continue;
            reached[outcome.result === 'returned' ? 'placed' : 'refused'] += 1;
            expect(outcome.result === 'returned').toBe(shown['missing'] === null && isThere(shown));
            if (outcome.result !== 'returned') continue;
            expect(outcome.value['total']).toEqual(seen);
            const order = await shop.store.get('order', String(outcome.value['id']));
            expect(order?.body['quote']).toMatchObject({ total: seen });
            expect(await ada.gets('checkout.show')).toMatchObject({ empty: true, coupons: [], address: null });
          }
        },
      ),
      { numRuns: 20 },
    );
    expect(reached.placed).toBeGreaterThan(2);
    expect(reached.refused).toBeGreaterThan(2);
    expect(reached.changed).toBeGreaterThan(0);
  });
});

function isThere(shown: JsonObject): boolean {
  return shown['empty'] === false && Array.isArray(shown['short']) && shown['short'].length === 0;
}
