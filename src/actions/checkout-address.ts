import { z } from 'zod';
import { type AddressParts, noParts } from '../commerce/checkout/address-parts.ts';
import { readDraft } from '../commerce/checkout/draft.ts';
import { type GivenAddress, readGivenAddress } from '../commerce/checkout/given-address.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { defineAction } from './action.ts';
import { checkoutViewSchema, viewChanged } from './checkout-view.ts';
import { countryFor } from './given-country.ts';

/** What a template leaves empty counts as left out. */
const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text?.slice(0, 2_000).trim() || null);

const partsInput = z.object({
  lines: z.array(z.string().max(500)).max(20).nullish(),
  postcode: words,
  city: words,
  region: words,
  country: words,
});

export const checkoutAddress = defineAction({
  name: 'checkout.address',
  about:
    'Where the order goes: as one text, as an address slot has it, or part by part. Refuses with bad-address: details.missing names what ' +
    'has to be asked for (street, house-number, postcode, city, country), details.wrong what cannot be right, details.understood the rest; ' +
    'hand that back as so_far, with the answer as text and what it answers as part.',
  input: partsInput.extend({
    text: words.describe('The whole address, or the answer for `part`.'),
    address: z.union([partsInput, words]).nullish().describe('As an address slot or an order has it.'),
    street: words.describe('Street and number.'),
    house_number: words,
    name: words.describe('Who it is for, where that is not the customer.'),
    part: words.describe('What `text` answers: the first of details.missing.'),
    so_far: partsInput.nullish().describe('details.understood of the refusal before.'),
  }),
  output: checkoutViewSchema.extend({
    assumed_country: z.boolean().describe('No country was written: it was taken for the shop’s.'),
  }),
  callers: ['flow'],
  async run(input, context) {
    const { draft } = await readDraft(context, context.customer);
    const checked = readGivenAddress(givenIn(input), countryFor(draft, context));
    if (isRefusal(checked)) return checked;
    const { address, assumedCountry } = checked;
    const changes = { address: { ...address, name: input.name?.slice(0, 100) ?? null } };
    const view = await viewChanged(context, changes);
    return { ...view, assumed_country: assumedCountry };
  },
});

type Input = z.output<(typeof checkoutAddress)['input']>;

function givenIn({ address, text, street, house_number, part, so_far, name: _name, ...own }: Input): GivenAddress {
  const isText = typeof address === 'string';
  return {
    text: text ?? (isText ? address : null),
    part,
    houseNumber: house_number,
    parts: [
      partsOf({ ...own, lines: own.lines ?? (street === null ? null : [street]) }),
      partsOf(isText ? null : address),
      partsOf(so_far),
    ],
  };
}

function partsOf(given: z.output<typeof partsInput> | null | undefined): AddressParts {
  if (!given) return noParts;
  const { lines, postcode, city, region, country } = given;
  return { lines: lines ?? [], postcode, city, region, country };
}
