import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, country } from './amounts.ts';

/** The ways to pay that Parley knows. */
export const paymentProviders = ['demo', 'stripe', 'telegram', 'cash-on-delivery', 'bank-transfer'] as const;

const account = z.strictObject({
  name: z.string().min(1).max(100).describe('The bank’s name.'),
  iban: z.string().min(4).max(60),
  bic: z.string().max(20).default(''),
  holder: z.string().min(1).max(100),
});

/** `payment.yaml`: how a shopper can pay, in the order in which it is offered. */
export const paymentRules = (shop: ShopFacts) =>
  z
    .strictObject({
      methods: z
        .array(
          z.strictObject({
            provider: z.enum(paymentProviders, `is none of ${paymentProviders.join(', ')}`),
            label: z.string().min(1).max(40),
            fee: amountIn(shop.currency).nullable().default(null).describe('What it costs more.'),
            up_to: amountIn(shop.currency).nullable().default(null).describe('Not above this total.'),
            countries: z.array(country).nullable().default(null),
          }),
        )
        .min(1, 'has no way to pay in it')
        .refine(isEachOnce, 'names a provider twice')
        .default([{ provider: 'demo', label: 'Demo payment', fee: null, up_to: null, countries: null }]),
      wait_minutes: z
        .int()
        .min(5)
        .max(43_200)
        .default(60)
        .describe('How long an order waits for its money, and its pieces are kept. A bank takes days.'),
      bank_wait_days: z.int().min(1).max(60).default(7),
      bank: account.nullable().default(null),
    })
    .refine(({ methods, bank }) => bank !== null || methods.every(({ provider }) => provider !== 'bank-transfer'), {
      path: ['bank'],
      error: 'is missing: the account that transfers go to',
    });

function isEachOnce(methods: readonly { readonly provider: string }[]): boolean {
  return new Set(methods.map(({ provider }) => provider)).size === methods.length;
}
