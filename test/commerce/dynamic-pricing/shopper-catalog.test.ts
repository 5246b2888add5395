import { describe, expect, it } from 'vitest';
import { shopperCatalog } from '../../../src/commerce/dynamic-pricing/shopper-catalog.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import { aProduct, usd } from '../../catalog/shelf.ts';
import { facts, hourMs, look, movingPrice, noon, type PricingShop, pricingShop, rulesFrom } from './pricing-shop.ts';

const mug = aProduct('mug', { price: 10_000 });
const moving = rulesFrom({ dynamic: { on: true, hold_hours: 2 } });

describe('the catalogue as one shopper sees it', () => {
  it('is the very same where nothing is listed, on sale or moving', async () => {
    const { catalog, store } = await pricingShop([mug]);
    const parts = { store, stage: () => {}, shop: facts, conversation: 'c', customer: 'ada', now: noon };
    expect(shopperCatalog(catalog, { ...parts, rules: rulesFrom({}) })).toBe(catalog);
    expect(shopperCatalog(catalog, { ...parts, rules: moving })).not.toBe(catalog);
  });

  it('has a dated sale with the price before', async () => {
    const shop = await pricingShop([mug]);
    const rules = rulesFrom({ prices: { sales: [{ name: 'Autumn', to: '2026-11-22', percent: 10 }] } });
    expect((await look(shop, 'mug', { rules })).variant).toMatchObject({ price: usd(9_000), was: usd(10_000) });
    const after = await look(shop, 'mug', { rules, now: noon + 24 * hourMs });
    expect(after.variant).toEqual(mug.variants[0]);
  });

  it('has the list of the customer’s group, and of the country the order goes to', async () => {
    const shop = await pricingShop([mug]);
    const lists = [
      { name: 'Trade', groups: ['trade'], prices: { 'mug-0': 80 } },
      { name: 'Spain', countries: ['ES'], prices: { 'mug-0': 90 } },
      { name: 'Home', countries: ['US'], prices: { 'mug-0': 95 } },
    ];
    const rules = rulesFrom({ prices: { lists } });
    expect((await look(shop, 'mug', { rules })).variant.price).toEqual(usd(9_500));
    await shop.write('checkout', 'ada', { destination: { country: 'ES' } });
    expect((await look(shop, 'mug', { rules })).variant.price).toEqual(usd(9_000));
    await shop.write('customer', 'ada', { group: 'trade' });
    expect((await look(shop, 'mug', { rules })).variant.price).toEqual(usd(8_000));
    expect((await look(shop, 'mug', { rules, customer: 'bob' })).variant.price).toEqual(usd(9_500));
  });

  it('has the moving price, with what it cost before only where that was more', async () => {
    const shop = await pricingShop([mug]);
    await shop.write('price', 'mug-0', movingPrice({ price: usd(9_000) }));
    expect((await look(shop, 'mug', { rules: moving })).variant).toMatchObject({ price: usd(9_000), was: usd(10_000) });
    await shop.write('price', 'mug-0', movingPrice({ price: usd(11_000) }));
    const dearer = await look(shop, 'mug', { rules: moving, conversation: 'webchat:shop:bob' });
    expect(dearer.variant).toEqual({ ...mug.variants[0], price: usd(11_000) });
  });

  it('gives the lower of a running sale and the moving price, and a price list alone', async () => {
    const shop = await pricingShop([mug]);
    const sale = { sales: [{ name: 'Autumn', percent: 10 }] };
    const list = { lists: [{ name: 'All', prices: { 'mug-0': 100 } }] };
    const dynamic = { on: true, hold_hours: 0 };
    const at = async (prices: JsonObject) =>
      (await look(shop, 'mug', { rules: rulesFrom({ prices, dynamic }) })).variant.price.amount;
    await shop.write('price', 'mug-0', movingPrice({ price: usd(8_500) }));
    expect([await at(sale), await at(list), await at({ ...sale, ...list })]).toEqual([8_500, 10_000, 9_000]);
    await shop.write('price', 'mug-0', movingPrice({ price: usd(11_000) }));
    expect([await at(sale), await at(list)]).toEqual([9_000, 10_000]);
  });
});

describe('a price within a conversation', () => {
  it('does not go up for as long as it is held, and goes down at once', async () => {
    const shop = await pricingShop([mug]);
    const at = async (hours: number) =>
      (await look(shop, 'mug', { rules: moving, now: noon + hours * hourMs })).variant.price.amount;
    expect(await at(0)).toBe(10_000);
    await moves(shop, { to: 11_000, from: 10_000, at: noon + hourMs });
    expect(await at(1.1)).toBe(10_000);
    await moves(shop, { to: 9_500, from: 11_000, at: noon + 1.2 * hourMs });
    expect(await at(1.3)).toBe(9_500);
    await moves(shop, { to: 11_500, from: 9_500, at: noon + 1.4 * hourMs });
    expect(await at(1.9)).toBe(9_500);
    expect(await at(2.5)).toBe(11_500);
  });

  it('is another conversation’s own', async () => {
    const shop = await pricingShop([mug]);
    await look(shop, 'mug', { rules: moving });
    await moves(shop, { to: 11_000, from: 10_000, at: noon + hourMs });
    const now = noon + 1.5 * hourMs;
    expect((await look(shop, 'mug', { rules: moving, now })).variant.price).toEqual(usd(10_000));
    const other = await look(shop, 'mug', { rules: moving, now, conversation: 'telegram:shop:ada' });
    expect(other.variant.price).toEqual(usd(11_000));
  });

  it('is remembered in one small document, written once, and only when something moves is looked at', async () => {
    const still = aProduct('still', { price: 500 });
    const shop = await pricingShop([mug, still]);
    const rules = rulesFrom({ dynamic: { on: true, products: ['mug'] } });
    expect((await look(shop, 'still', { rules })).writes).toEqual([]);
    const [write, ...more] = (await look(shop, 'mug', { rules })).writes;
    expect(more).toEqual([]);
    expect(write).toMatchObject({ kind: 'price-hold', id: 'webchat:shop:ada', body: { at: noon, updatedAt: noon } });
    expect((await look(shop, 'mug', { rules, now: noon + hourMs })).writes).toEqual([]);
  });

  it('gives way to a base price that the merchant has changed, and to a floor they have raised', async () => {
    const shop = await pricingShop([mug]);
    await shop.write('price', 'mug-0', movingPrice({ price: usd(8_500) }));
    expect((await look(shop, 'mug', { rules: moving })).variant.price).toEqual(usd(8_500));
    const raised = rulesFrom({ dynamic: { on: true, floor: '90%' } });
    expect((await look(shop, 'mug', { rules: raised })).variant.price).toEqual(usd(9_000));
    await shop.write('price', 'mug-0', movingPrice({ price: usd(8_500), base: usd(9_999) }));
    expect((await look(shop, 'mug', { rules: moving })).variant).toEqual(mug.variants[0]);
  });

  it('is the one that was shown when it changed while it was being looked at', async () => {
    const shop = await pricingShop([mug]);
    await look(shop, 'mug', { rules: moving, now: noon });
    await moves(shop, { to: 11_000, from: 10_000, at: noon - 2_000 });
    expect((await look(shop, 'mug', { rules: moving, now: noon + 1_000 })).variant.price).toEqual(usd(10_000));
  });
});

interface Move {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

async function moves({ store, write }: PricingShop, { from, to, at }: Move): Promise<void> {
  const before = (await store.get('price', 'mug-0'))?.body['steps'] ?? [];
  const steps = [...(before as { amount: number; until: number }[]), { amount: from, until: at }];
  await write('price', 'mug-0', movingPrice({ price: usd(to), steps, at }));
}
