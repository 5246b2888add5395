import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualRules } from '../../src/commerce/rules/shop-rules.ts';
import { openShop, type Shop } from '../actions/shop.ts';
import { aProduct } from '../catalog/shelf.ts';
import { dollars, shop as facts, rulesOf } from '../commerce/shipping/shipping-rules.ts';

const zones = [
  {
    name: 'United States',
    countries: ['US'],
    methods: [
      { id: 'express', label: 'Express', price: 12.9, days: '1-2' },
      { id: 'standard', label: 'Standard', price: 4.9, free_from: 50, days: '2-4' },
    ],
  },
  { name: 'Canada', countries: ['CA'], methods: [{ id: 'standard', label: 'Standard', price: 19, days: '4-8' }] },
];
const pick_up = [{ place: 'main', label: 'Our shop', address: '1 Market Street', hours: 'Mon-Fri 9-17' }];
const rules = { ...usualRules(facts), ...rulesOf({ zones, pick_up }) };

const lamp = aProduct('lamp', { price: 2_000 });

describe('what actions tell of delivery', () => {
  let shop: Shop;
  let shoppers = 0;
  const newShopper = () => {
    shoppers += 1;
    return shop.shopper(`webchat:shop:s${shoppers}`, { rules });
  };
  beforeAll(async () => {
    shop = await openShop([lamp]);
  });
  afterAll(() => shop.close());

  it('is reckoned for the shop’s own country while nobody knows where to', async () => {
    const told = await newShopper().gets('delivery.options');
    expect(told).toMatchObject({ country: 'US', country_name: 'United States', known: false, goods: dollars(0) });
    expect(told['cheapest']).toMatchObject({ id: 'standard', price: dollars(4.9), free: false });
    expect(told['fastest']).toMatchObject({ id: 'express', earliest: '2026-11-24', latest: '2026-11-25' });
    expect(told).toMatchObject({ free_from: dollars(50), missing_for_free: dollars(50) });
    expect(told['options']).toMatchObject([
      { id: 'express' },
      { id: 'standard' },
      { id: 'pick-up-main', pick_up: true },
    ]);
  });

  it('is reckoned with the cart, from the first product on, for where the shopper has said to be', async () => {
    const one = newShopper();
    await one.does('cart.add', { product: 'lamp', quantity: 2 });
    expect(await one.gets('delivery.remember', { place: '10001' })).toMatchObject({ country: 'US', known: true });
    const told = await one.gets('delivery.options');
    expect(told).toMatchObject({ known: true, goods: dollars(40), missing_for_free: dollars(10) });
    await one.does('cart.add', { product: 'lamp' });
    const free = await one.gets('delivery.options');
    expect(free['cheapest']).toMatchObject({ id: 'standard', free: true, price: dollars(0) });
    expect(free['missing_for_free']).toBeNull();
  });

  it('counts goods that are given instead of the cart', async () => {
    const told = await newShopper().gets('delivery.options', { goods: { ...dollars(70) }, place: 'New York' });
    expect(told['cheapest']).toMatchObject({ free: true });
  });

  it('takes a country by name or code, and an address as checkout has it', async () => {
    const one = newShopper();
    for (const input of [{ country: 'Canada' }, { country: 'CA' }, { place: 'K1A 0B1' }, { postcode: 'K1A 0B1' }])
      expect(await one.gets('delivery.options', input)).toMatchObject({ country: 'CA' });
    const address = {
      name: null,
      lines: ['1 Main Street'],
      postcode: '10001',
      city: 'New York',
      region: null,
      country: 'US',
    };
    expect(await one.gets('delivery.options', { address })).toMatchObject({ country: 'US', known: true });
    expect(await one.gets('delivery.options', { region: 'NY' })).toMatchObject({ country: 'US', known: true });
  });

  it('refuses where nothing is sent, and says where it is', async () => {
    const refused = await newShopper().does('delivery.options', { place: 'Germany' });
    expect(refused).toMatchObject({
      result: 'refused',
      reason: 'no-delivery',
      details: { country_name: 'Germany', countries: ['United States', 'Canada'], everywhere: false },
    });
  });

  it('refuses what is no place, and keeps nothing of it', async () => {
    const one = newShopper();
    expect(await one.does('delivery.options', { place: '42' })).toMatchObject({ reason: 'unknown-place' });
    expect(await one.does('delivery.options', { country: 'Narnia' })).toMatchObject({ reason: 'unknown-place' });
    expect(await one.does('delivery.remember', { place: '42' })).toMatchObject({ reason: 'unknown-place' });
    expect(await one.does('delivery.remember', { place: 'Germany' })).toMatchObject({ reason: 'no-delivery' });
    expect(await one.gets('delivery.options')).toMatchObject({ known: false });
  });

  it('knows the destination from the last order, and rather what was said since', async () => {
    const one = newShopper();
    const address = { lines: ['1 Main Street'], postcode: 'K1A 0B1', city: 'Ottawa', country: 'CA' };
    const customer = `webchat:shop:s${shoppers}`;
    await shop.write('order', `order-${shoppers}`, { customer, placedAt: 1, status: 'delivered', address });
    expect(await one.gets('delivery.options')).toMatchObject({ country: 'CA', known: true });
    await one.gets('delivery.remember', { place: 'Boston' });
    expect(await one.gets('delivery.options')).toMatchObject({ country: 'US', known: true });
  });

  it('has facts to say before anybody has said where', async () => {
    expect(await newShopper().gets('delivery.about')).toEqual({
      price: dollars(4.9),
      free_from: dollars(50),
      days: '2–4',
      ways: [
        { label: 'Standard', price: dollars(4.9), free_from: dollars(50), days: '2–4' },
        { label: 'Express', price: dollars(12.9), free_from: null, days: '1–2' },
      ],
      leaves_until: '14:00',
      saturdays: false,
      everywhere: false,
      countries: ['United States', 'Canada'],
      pick_up: [{ label: 'Our shop', address: '1 Market Street', hours: 'Mon-Fri 9-17' }],
    });
  });

  it('is for looking: only flows may remember', () => {
    const callers = (name: string) => shop.registry.get(name)?.callers;
    expect(callers('delivery.options')).toEqual(['flow', 'assistant']);
    expect(callers('delivery.about')).toEqual(['flow', 'assistant']);
    expect(callers('delivery.remember')).toEqual(['flow']);
  });
});
