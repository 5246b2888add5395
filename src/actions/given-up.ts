import { z } from 'zod';
import type { GivenUp } from '../catalog/loosen.ts';

/** A wish that was given up, as templates see it. */
export const givenUpSchema = z.object({
  name: z
    .string()
    .describe('`price`, `stock`, `brand`, `category`, `tag`, `not`, `word`, or the name of an option or attribute.'),
  value: z.string().describe('As the catalogue writes it; empty for price and stock.'),
  label: z.string().describe('Both, to be said: "colour: blue".'),
});

export function givenUp({ name, value }: GivenUp): z.input<typeof givenUpSchema> {
  return { name, value, label: value === '' ? name : name === 'word' ? `“${value}”` : `${name}: ${value}` };
}
