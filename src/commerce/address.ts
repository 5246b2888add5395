import { z } from 'zod';

const text = (longest: number) => z.string().trim().max(longest);
const ifAny = (longest: number) =>
  text(longest)
    .nullish()
    .transform((value) => value || null);

/** A place that a parcel can be sent to, as the shopper gave it and Parley has read it back. */
export const addressSchema = z.object({
  /** Who it is for; `null`: the customer. */
  name: ifAny(100),
  /** Street, number and whatever else stands above the city, in order. */
  lines: z.array(text(200).min(1)).min(1).max(6),
  postcode: ifAny(20),
  city: ifAny(100),
  /** State, province: its code or name. */
  region: ifAny(100),
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
