import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shippingRules } from '../../../src/commerce/rules/shipping.ts';
import { deliveryOptions } from '../../../src/commerce/shipping/delivery-options.ts';
import { servedCountries } from '../../../src/commerce/shipping/served-countries.ts';
import { dollars, question, rulesOf, shop, to } from './shipping-rules.ts';

const standard = { id: 'standard', label: 'Standard', price: 4.9, days: '2-4' };
const home = { name: 'Home', countries: ['US'], methods: [standard] };

const at = (iso: string) => ({ now: Date.parse(iso) });
const days = (written: unknown, iso: string) =>
  deliveryOptions(question(written, at(iso))).map(({ earliest, latest }) => `${earliest}/${latest}`);

describe('what delivery costs', () => {
  it('is the price of the first zone that fits', () => {
    const far = { name: 'Far', regions: ['AK', 'Hawaii'], methods: [{ ...standard, price: 14.9 }] };
    const written = { zones: [far, home] };
    const priceTo = (destination: ReturnType<typeof to>) =>
      deliveryOptions(question(written, { destination }))[0]?.price;
    expect(priceTo(to('US', null, 'Alaska'))).toEqual(dollars(14.9));
    expect(priceTo(to('US', null, 'hi'))).toEqual(dollars(14.9));
    expect(priceTo(to('US', '99501'))).toEqual(dollars(14.9));
    expect(priceTo(to('US', '10001'))).toEqual(dollars(4.9));
    expect(priceTo(to('US'))).toEqual(dollars(4.9));
  });

  it('knows postcodes however they are written', () => {
    const london = { name: 'London', countries: ['GB'], postcodes: ['SW1', 'ec 1'], methods: [standard] };
    const options = (postcode: string | null) =>
      deliveryOptions(question({ zones: [london] }, { destination: to('GB', postcode) }));
    expect(options('sw1a 1aa')).toHaveLength(1);
    expect(options('EC1A 1BB')).toHaveLength(1);
    expect(options('N1 9GU')).toEqual([]);
    expect(options(null)).toEqual([]);
  });

  it('falls in steps with what is bought, in whatever order they were written', () => {
    const from = [
      { goods: 100, price: 1 },
      { goods: 50, price: 3 },
    ];
    const price = (goods: number) =>
      deliveryOptions(
        question({ zones: [{ ...home, methods: [{ ...standard, from, free_from: 200 }] }] }, { goods: dollars(goods) }),
      )[0]?.price;
    expect([0, 49.99, 50, 99.99, 100, 199.99, 200].map(price)).toEqual(
      [4.9, 4.9, 3, 3, 1, 1, 0].map((amount) => dollars(amount)),
    );
  });

  it('is nothing to offer where no zone fits or the zone says no', () => {
    const never = { name: 'Islands', countries: ['US'], regions: ['HI'], methods: [] };
    const written = { zones: [never, home] };
    expect(deliveryOptions(question(written, { destination: to('FR', '75001') }))).toEqual([]);
    expect(deliveryOptions(question(written, { destination: to('US', '96701') }))).toEqual([]);
    expect(servedCountries(rulesOf(written).shipping)).toEqual(['US']);
  });

  it('is offered anywhere by a zone without a place', () => {
    const written = { zones: [{ name: 'World', methods: [standard] }] };
    expect(deliveryOptions(question(written, { destination: to('NZ') }))).toHaveLength(1);
    expect(servedCountries(rulesOf(written).shipping)).toBeNull();
  });

  it('is nothing for those of the country who fetch it themselves', () => {
    const pick_up = [{ place: 'main', label: 'Our shop', address: '1 Market Street', hours: 'Mon-Fri 9-17' }];
    const written = { zones: [], pick_up };
    expect(deliveryOptions(question(written))).toEqual([
      {
        id: 'pick-up-main',
        label: 'Our shop',
        price: dollars(0),
        earliest: '2026-11-23',
        latest: '2026-11-24',
        carrier: 'manual',
        pickUp: 'main',
        place: { label: 'Our shop', address: '1 Market Street', hours: 'Mon-Fri 9-17' },
      },
    ]);
    expect(deliveryOptions(question(written, { destination: to('CA') }))).toEqual([]);
  });
});

describe('when it is there', () => {
  const written = { zones: [home] };

  it('counts working days from the day it leaves', () => {
    expect(days(written, '2026-11-23T10:00:00-05:00')).toEqual(['2026-11-25/2026-11-27']);
  });

  it('leaves on the next working day from the cut-off time on, by the shop’s clock', () => {
    expect(days(written, '2026-11-23T13:59:59-05:00')).toEqual(['2026-11-25/2026-11-27']);
    expect(days(written, '2026-11-23T14:00:00-05:00')).toEqual(['2026-11-26/2026-11-30']);
    expect(days(written, '2026-11-23T23:59:00-05:00')).toEqual(['2026-11-26/2026-11-30']);
  });

  it('keeps the cut-off over a change of the clocks', () => {
    // Clocks go back at 2026-11-01 06:00 UTC in New York: 13:59 there is 17:59 UTC before and 18:59 UTC after.
    expect(days(written, '2026-10-30T17:59:00Z')).toEqual(['2026-11-03/2026-11-05']);
    expect(days(written, '2026-10-30T18:00:00Z')).toEqual(['2026-11-04/2026-11-06']);
    expect(days(written, '2026-11-02T18:59:00Z')).toEqual(['2026-11-04/2026-11-06']);
    expect(days(written, '2026-11-02T19:00:00Z')).toEqual(['2026-11-05/2026-11-09']);
  });

  it('neither leaves nor arrives on week-ends and holidays, over the end of a year', () => {
    const holidays = ['12-25', '01-01', '2026-12-28'];
    expect(days({ ...written, holidays }, '2026-12-24T10:00:00-05:00')).toEqual(['2026-12-30/2027-01-04']);
    expect(days({ ...written, holidays }, '2026-12-25T10:00:00-05:00')).toEqual(['2026-12-31/2027-01-05']);
  });

  it('goes on on Saturdays where the merchant says so', () => {
    expect(days({ ...written, saturdays: true }, '2026-11-27T10:00:00-05:00')).toEqual(['2026-11-30/2026-12-02']);
    expect(days(written, '2026-11-27T10:00:00-05:00')).toEqual(['2026-12-01/2026-12-03']);
  });
});

describe('shipping.yaml', () => {
  it('is complete when nothing is written, in a currency without cents too', () => {
    expect(rulesOf({}).shipping.zones[0]?.methods[0]?.price).toEqual(dollars(4.9));
    const yen = shippingRules({ ...shop, currency: 'JPY', country: 'JP' }).parse({});
    expect(yen.zones[0]?.methods[0]?.price).toEqual({ amount: 5, currency: 'JPY' });
  });

  it('of the demo shop offers standard, free from 50, and express', async () => {
    const written = parse(await readFile('shop/shipping.yaml', 'utf8'));
    const offered = (goods: number) => deliveryOptions(question(written, { goods: dollars(goods) }));
    expect(offered(20).map(({ id, price }) => [id, price.amount])).toEqual([
      ['standard', 490],
      ['express', 1290],
    ]);
    expect(offered(50)[0]?.price.amount).toBe(0);
    expect(offered(20).map(({ earliest, latest }) => [earliest, latest])).toEqual([
      ['2026-11-25', '2026-11-30'],
      ['2026-11-24', '2026-11-25'],
    ]);
  });

  it('does not take what would never end or could mean two things', () => {
    const problems = (written: unknown) => shippingRules(shop).safeParse(written).success;
    expect(problems({ holidays: ['02-30'] })).toBe(false);
    expect(problems({ holidays: ['02-29', '2026-12-24'] })).toBe(true);
    expect(problems({ zones: [{ ...home, methods: [standard, standard] }] })).toBe(false);
    expect(problems({ zones: [{ ...home, methods: [{ ...standard, id: 'pick-up-main' }] }] })).toBe(false);
    expect(problems({ zones: [{ ...home, methods: [{ ...standard, days: '4-2' }] }] })).toBe(false);
    expect(problems({ zones: [{ ...home, methods: [{ ...standard, price: -1 }] }] })).toBe(false);
    expect(problems({ zones: [{ ...home, methods: [{ ...standard, days: 3 }] }] })).toBe(true);
  });
});
