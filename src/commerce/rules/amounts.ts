import { z } from 'zod';
import { currencyExponent } from '../../catalog/currency.ts';
import type { Money } from '../../catalog/money.ts';

/** An amount as a merchant writes it, in the shop's currency: `4.90`, at most as many decimals as the currency has. Minor units come out. */
export function amountIn(currency: string) {
  const factor = 10 ** currencyExponent(currency);
  return z
    .number('is not an amount such as 4.90')
    .min(0, 'is negative')
    .max(1_000_000_000, 'is too large')
    .refine((value) => Math.abs(value * factor - Math.round(value * factor)) < 1e-6, 'has too many decimals')
    .transform((value): Money => ({ amount: Math.round(value * factor), currency }));
}

/** 8.25, up to four decimals: 0 to 100. */
export const percent = z
  .number('is not a percentage such as 8.25')
  .min(0, 'is negative')
  .max(100, 'is more than 100')
  .refine((value) => Math.abs(value * 10_000 - Math.round(value * 10_000)) < 1e-6, 'has more than four decimals');

/** A country's two letters, ISO 3166-1. */
export const country = z.string().regex(/^[A-Z]{2}$/u, 'is not a country’s two letters, such as US');

/** `2026-12-01`. */
export const day = z.iso.date('is not a day such as 2026-12-01');
