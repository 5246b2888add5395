import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, country } from './amounts.ts';

/** `payment.yaml`: how a shopper can pay, in the order in which it is offered. */
export const paymentRules = (shop: ShopFacts) =>
  z.strictObject({
    methods: z
      .array(
        z.strictObject({
          /** `demo`, `stripe`, `telegram`, `cash-on-delivery`, `bank-transfer`. */
          provider: z.string().min(1).max(40),
          label: z.string().min(1).max(40),
          /** What it costs more. */
          fee: amountIn(shop.currency).nullable().default(null),
          /** Not above this total. */
          up_to: amountIn(shop.currency).nullable().default(null),
          countries: z.array(country).nullable().default(null),
        }),
      )
      .default([{ provider: 'demo', label: 'Demo payment', fee: null, up_to: null, countries: null }]),
    /** How long an order waits for its money, in minutes: its pieces are kept so long. A bank takes days. */
    wait_minutes: z.int().min(5).max(43_200).default(60),
    bank_wait_days: z.int().min(1).max(60).default(7),
    bank: z
      .strictObject({ name: z.string(), iban: z.string(), bic: z.string().default(''), holder: z.string() })
      .nullable()
      .default(null),
  });
