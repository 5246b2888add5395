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
    /** From this value of the goods on it costs nothing. */
    free_from: amountIn(shop.currency).nullable().default(null),
    /** Steps: from this value of the goods on it costs so much. */
    from: z
      .array(z.strictObject({ goods: amountIn(shop.currency), price: amountIn(shop.currency) }))
      .max(50)
      .default([]),
    /** Working days from when it leaves. */
    days: workingDays,
    /** `manual`, `easypost`. */
    carrier: z.string().min(1).max(40).default('manual'),
    /** The carrier's own name of what is to be bought, as `USPS GroundAdvantage`; `null`: whatever costs least. */
    service: z.string().min(1).max(80).nullable().default(null),
  });

const zone = (shop: ShopFacts) =>
  z
    .strictObject({
      name: z.string().min(1).max(60),
      countries: z.array(country).min(1).nullable().default(null),
      regions: z.array(z.string().min(1)).nullable().default(null),
      postcodes: z.array(z.string().min(1)).nullable().default(null).describe('Beginnings of postcodes.'),
      /** None: nothing is sent there. */
      methods: z
        .array(method(shop))
        .max(20)
        .refine((methods) => new Set(methods.map(({ id }) => id)).size === methods.length, 'has the same id twice'),
    })
    .transform((written) => ({ ...written, countries: written.countries ?? ownCountry(shop, written) }));

/** Regions and postcodes mean something within a country only. */
function ownCountry(shop: ShopFacts, { regions, postcodes }: { regions: unknown; postcodes: unknown }) {
  return regions === null && postcodes === null ? null : [shop.country];
}

/** `shipping.yaml`: where to, how, for how much, and when it is there. */
export const shippingRules = (shop: ShopFacts) =>
  z.strictObject({
    /** Orders before then leave on the same working day, in the shop's time zone. */
    leaves_until: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'is not a time such as 14:00')
      .default('14:00'),
    /** On which nothing leaves and nothing arrives. Fewer than working days in a year, or nothing would ever leave. */
    holidays: z.array(holiday).max(200).default([]),
    /** Whether things leave and arrive on Saturdays too. */
    saturdays: z.boolean().default(false),
    /** The first that fits a place counts. */
    zones: z.array(zone(shop)).max(300).prefault(usualZones(shop)),
    /** Where parcels come from: what a carrier prints on its labels. */
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
      .default(null),
    /** A usual parcel, where nobody has weighed this one. */
    parcel: z
      .strictObject({
        grams: z.number().positive().max(100_000).default(500),
        length_cm: z.number().positive().max(500).nullable().default(null),
        width_cm: z.number().positive().max(500).nullable().default(null),
        height_cm: z.number().positive().max(500).nullable().default(null),
      })
      .prefault({}),
    /** Places where a shopper can fetch the order, for nothing; `place` is a stock place. */
    pick_up: z
      .array(
        z.strictObject({
          place: z.string().regex(/^[a-z0-9-]{1,40}$/u, 'may have a-z, 0-9 and -'),
          label: z.string().min(1).max(60),
          address: z.string().min(1).max(200),
          hours: z.string().max(200).default(''),
          /** Working days until it can be fetched; 0: on the day it would leave. */
          days: workingDays.prefault('0-1'),
          /** Offered to people there; the shop's own country when nothing is written. */
          countries: z.array(country).min(1).default([shop.country]),
        }),
      )
      .max(100)
      .refine((places) => new Set(places.map(({ place }) => place)).size === places.length, 'has the same place twice')
      .default([]),
  });

export type ShippingRules = z.output<ReturnType<typeof shippingRules>>;

function usualZones(shop: ShopFacts): z.input<ReturnType<typeof zone>>[] {
  // A currency without cents takes no 4.90.
  const price = amountIn(shop.currency).safeParse(4.9).success ? 4.9 : 5;
  const methods = [{ id: 'standard', label: 'Standard', price, days: '2-4' }];
  return [{ name: 'Home', countries: [shop.country], methods }];
}
