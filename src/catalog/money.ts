import { z } from 'zod';

/** An amount in the currency's minor unit (cents for USD), always an integer. */
export interface Money {
  readonly amount: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}

/** An amount as documents and actions have it; the catalogue’s own prices are checked more strictly. */
export const moneySchema = z.object({ amount: z.int(), currency: z.string() });
