import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, country, day } from './amounts.ts';

const workingDays = z
  .union([z.int().min(0).max(365).transform(String), z.string()])
  .refine((text) => /^\d{1,3}( ?[-–] ?\d{1,3})?$/u.test(text), 'is not a number of days such as 2 or 2-4')
  .transform((text) => {
    const [from = 0, to = from] = text.split(/[-–]/u).map(Number);
    return { from, to };
  })
  .refine(({ from, to }) => from <= to, 'ends before it begins');

/** `12-25`, every year; 29 February is one too. */
const dayOfEveryYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/u)
  .refine((text) => z.iso.date().safeParse(`2024-${text}`).success);

const holiday = z.union([day, dayOfEveryYear], 'is not a day such as 2026-12-24, nor 12-25 for every year');

/** So that ids of methods and of places to fetch things from cannot meet. */
export const pickUpPrefix = 'pick-up-';

const method = (shop: ShopFacts) =>
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,30}$/u, 'may have a-z, 0-9 and -')
      .refine((id) => !id.startsWith(pickUpPrefix), `may not begin with ${pickUpPrefix}`),
    label: z.string().min(1).max(40),
    price: amountIn(shop.currency),
    free_from: amountIn(shop.currency)
      .nullable()
      .default(null)
      .describe('From this value of the goods on it costs nothing.'),
    from: z
      .array(z.strictObject({ goods: amountIn(shop.currency), price: amountIn(shop.currency) }))
      .max(50)
      .default([])
      .describe('Steps: from this value of the goods on it costs so much.'),
    days: workingDays.describe('Working days from when it leaves: 2, or 2-4.'),
    carrier: z.string().min(1).max(40).default('manual').describe('manual, easypost.'),
    service: z
      .string()
      .min(1)
      .max(80)
      .nullable()
      .default(null)
      .describe(
        'The carrier’s own name of what is to be bought: USPS GroundAdvantage. Left out: whatever costs least.',
      ),
  });

const zone = (shop: ShopFacts) =>
  z
    .strictObject({
      name: z.string().min(1).max(60),
      countries: z.array(country).min(1).nullable().default(null),
      regions: z.array(z.string().min(1)).nullable().default(null),
      postcodes: z.array(z.string().min(1)).nullable().default(null).describe('Beginnings of postcodes.'),
      methods: z
        .array(method(shop))
        .max(20)
        .refine((methods) => new Set(methods.map(({ id }) => id)).size === methods.length, 'has the same id twice')
        .describe('None: nothing is sent there.'),
    })
    .transform((written) => ({ ...written, countries: written.countries ?? ownCountry(shop, written) }));

/** Regions and postcodes mean something within a country only. */
function ownCountry(shop: ShopFacts, { regions, postcodes }: { regions: unknown; postcodes: unknown }) {
  return regions === null && postcodes === null ? null : [shop.country];
}

/** `shipping.yaml`: where to, how, for how much, and when it is there. */
export const shippingRules = (shop: ShopFacts) =>
  z.strictObject({
    leaves_until: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'is not a time such as 14:00')
      .default('14:00')
      .describe('Orders before then leave on the same working day, in the shop’s time zone.'),
    // Fewer than working days in a year, or nothing would ever leave.
    holidays: z.array(holiday).max(200).default([]).describe('On which nothing leaves and nothing arrives.'),
    saturdays: z.boolean().default(false).describe('Whether things leave and arrive on Saturdays too.'),
    zones: z.array(zone(shop)).max(300).prefault(usualZones(shop)).describe('The first that fits a place counts.'),
    sender: z
      .strictObject({
        name: z.string().min(1).max(100),
        street: z.string().min(1).max(200),
        city: z.string().min(1).max(100),
        region: z.string().max(100).nullable().default(null),
        postcode: z.string().max(20).nullable().default(null),
        country: country.default(shop.country),
        phone: z.string().max(40).nullable().default(null),
        email: z.email().nullable().default(null),
      })
      .nullable()
      .default(null)
      .describe('Where parcels come from: what a carrier prints on its labels.'),
    parcel: z
      .strictObject({
        grams: z.number().positive().max(100_000).default(500),
        length_cm: z.number().positive().max(500).nullable().default(null),
        width_cm: z.number().positive().max(500).nullable().default(null),
        height_cm: z.number().positive().max(500).nullable().default(null),
      })
      .prefault({})
      .describe('A usual parcel, where nobody has weighed this one.'),
    pick_up: z
      .array(
        z.strictObject({
          place: z
            .string()
            .regex(/^[a-z0-9-]{1,40}$/u, 'may have a-z, 0-9 and -')
            .describe('One of the places in stock.yaml.'),
          label: z.string().min(1).max(60),
          address: z.string().min(1).max(200),
          hours: z.string().max(200).default(''),
          days: workingDays
            .prefault('0-1')
            .describe('Working days until it can be fetched; 0: on the day it would leave.'),
          countries: z
            .array(country)
            .min(1)
            .default([shop.country])
            .describe('Offered to people there; left out: in the shop’s own country.'),
        }),
      )
      .max(100)
      .refine((places) => new Set(places.map(({ place }) => place)).size === places.length, 'has the same place twice')
      .default([])
      .describe('Where a shopper can fetch the order, for nothing.'),
  });

export type ShippingRules = z.output<ReturnType<typeof shippingRules>>;

function usualZones(shop: ShopFacts): z.input<ReturnType<typeof zone>>[] {
  // A currency without cents takes no 4.90.
  const price = amountIn(shop.currency).safeParse(4.9).success ? 4.9 : 5;
  const methods = [{ id: 'standard', label: 'Standard', price, days: '2-4' }];
  return [{ name: 'Home', countries: [shop.country], methods }];
}
