import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, country, day } from './amounts.ts';

const workingDays = z
  .string()
  .regex(/^\d{1,3}(-\d{1,3})?$/u, 'is not a number of days such as 2 or 2-4')
  .transform((text) => {
    const [from = 0, to = from] = text.split('-').map(Number);
    return { from, to };
  })
  .refine(({ from, to }) => from <= to, 'ends before it begins');

/** `shipping.yaml`: where to, how, for how much, and when it is there. */
export const shippingRules = (shop: ShopFacts) =>
  z.strictObject({
    /** Orders until then leave on the same working day, in the shop's time zone. */
    leaves_until: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'is not a time such as 14:00')
      .default('14:00'),
    /** On which nothing leaves and nothing arrives. */
    holidays: z.array(day).default([]),
    saturdays: z.boolean().default(false),
    zones: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(60),
          countries: z.array(country).nullable().default(null),
          regions: z.array(z.string().min(1)).nullable().default(null),
          postcodes: z.array(z.string().min(1)).nullable().default(null).describe('Beginnings of postcodes.'),
          methods: z
            .array(
              z.strictObject({
                id: z.string().regex(/^[a-z0-9-]{1,30}$/u, 'may have a-z, 0-9 and -'),
                label: z.string().min(1).max(40),
                price: amountIn(shop.currency),
                /** Steps: from this value of the goods on it costs so much. */
                from: z
                  .array(z.strictObject({ goods: amountIn(shop.currency), price: amountIn(shop.currency) }))
                  .default([]),
                days: workingDays,
                carrier: z.string().default('manual'),
              }),
            )
            .min(1),
        }),
      )
      .default([
        {
          name: 'Home',
          countries: [shop.country],
          regions: null,
          postcodes: null,
          methods: [
            {
              id: 'standard',
              label: 'Standard',
              price: { amount: 490, currency: shop.currency },
              from: [],
              days: { from: 2, to: 4 },
              carrier: 'manual',
            },
          ],
        },
      ]),
    /** Places where a shopper can fetch the order; `place` is a stock place. */
    pick_up: z
      .array(
        z.strictObject({
          place: z.string().min(1).max(40),
          label: z.string().min(1).max(60),
          address: z.string().min(1).max(200),
          hours: z.string().max(200).default(''),
          days: workingDays.default({ from: 0, to: 1 }),
        }),
      )
      .default([]),
  });
