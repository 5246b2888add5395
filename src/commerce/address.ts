import { z } from 'zod';

const text = (longest: number) => z.string().trim().max(longest);

/** A place that a parcel can be sent to, as the shopper gave it and Parley has read it back. */
export const addressSchema = z.object({
  /** Who it is for; `null`: the customer. */
  name: text(100)
    .nullish()
    .transform((value) => value || null),
  /** Street, number and whatever else stands above the city, in order. */
  lines: z.array(text(200).min(1)).min(1).max(6),
  postcode: text(20)
    .nullish()
    .transform((value) => value || null),
  city: text(100)
    .nullish()
    .transform((value) => value || null),
  /** State, province: its code or name. */
  region: text(100)
    .nullish()
    .transform((value) => value || null),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/u),
});

export type Address = z.output<typeof addressSchema>;

/** Where something is going to, as far as it is known: enough for what delivery costs and takes. */
export interface Destination {
  readonly country: string;
  readonly region: string | null;
  readonly postcode: string | null;
}
