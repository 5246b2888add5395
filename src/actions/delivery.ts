import { z } from 'zod';
import type { Money } from '../catalog/money.ts';
import type { Destination } from '../commerce/address.ts';
import { changeDraft } from '../commerce/checkout/draft.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import { freeFromOf } from '../commerce/shipping/delivery-facts.ts';
import { deliveryOptions } from '../commerce/shipping/delivery-options.ts';
import { knownDestination } from '../commerce/shipping/known-destination.ts';
import { readDestination } from '../commerce/shipping/read-destination.ts';
import { withKnownRegion } from '../commerce/shipping/regions.ts';
import { countryNamed } from '../understanding/slots/countries.ts';
import { type ActionContext, defineAction } from './action.ts';
import { readCart, viewCart } from './cart-view.ts';
import { aboutView, deliveryAboutSchema, deliveryOptionsSchema, noDelivery, optionsView } from './delivery-view.ts';
import { moneySchema, nothing } from './schemas.ts';

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text?.trim().slice(0, 300) || null);

const addressed = z.object({ country: words, region: words, postcode: words });

const placeInput = z.object({
  place: words.describe('As the shopper said it: 10001, Berlin 10115, Germany.'),
  country: words.describe('Two letters or a name.'),
  postcode: words,
  region: words,
  address: addressed.nullish().describe('An address, as checkout has it.'),
  goods: moneySchema.nullish().describe('Value of the goods; the cart’s when left out.'),
});
type PlaceInput = z.output<typeof placeInput>;

export const deliveryOptionsAction = defineAction({
  name: 'delivery.options',
  about:
    'Ways of delivery to a place with price and days; without a place, to where the shopper is known to be. Refuses with no-delivery (country_name, countries, everywhere), unknown-place.',
  input: placeInput,
  output: deliveryOptionsSchema,
  callers: ['flow', 'assistant'],
  reads: true,
  async run(input, context) {
    const given = destinationGiven(input, context);
    if (isRefusal(given)) return given;
    const known = given ?? (await knownDestination(context, context.customer));
    const destination = known ?? { country: context.shop.country, region: null, postcode: null };
    return await optionsTo({ destination, known: known !== null, goods: input.goods ?? null }, context);
  },
});

export const deliveryAbout = defineAction({
  name: 'delivery.about',
  about: 'What delivery costs, how long it takes, where to, and where orders can be fetched, in general.',
  input: nothing,
  output: deliveryAboutSchema,
  callers: ['flow', 'assistant'],
  reads: true,
  run: async (_input, context) => aboutView(context),
});

export const deliveryRemember = defineAction({
  name: 'delivery.remember',
  about:
    'Keep where the shopper is, so that delivery is reckoned for there, and tell the ways. Refuses with unknown-place, no-delivery (then nothing is kept).',
  input: z.object({ place: words.describe('As the shopper said it: 10001, Berlin 10115, Germany.') }),
  output: deliveryOptionsSchema,
  callers: ['flow'],
  async run({ place }, context) {
    const destination = place === null ? null : readDestination(place, context.shop);
    if (destination === null) return { refused: 'unknown-place' };
    const view = await optionsTo({ destination, known: true, goods: null }, context);
    if (!isRefusal(view)) await changeDraft(context, context.customer, { destination });
    return view;
  },
});

interface Going {
  readonly destination: Destination;
  readonly known: boolean;
  readonly goods: Money | null;
}

async function optionsTo({ destination, known, goods }: Going, context: ActionContext) {
  const value = goods ?? (await cartValue(context));
  const { rules, shop, now } = context;
  const options = deliveryOptions({ rules, shop, destination, goods: value, now });
  if (options.length === 0) return noDelivery(destination.country, context);
  const freeFrom = freeFromOf(rules.shipping, destination, value);
  return optionsView({ destination, known, goods: value, options, freeFrom }, context);
}

async function cartValue(context: ActionContext): Promise<Money> {
  const { cart } = await readCart(context);
  return (await viewCart(cart, context)).total;
}

/** `null`: nothing was given. */
function destinationGiven(input: PlaceInput, context: ActionContext): Destination | Refusal | null {
  const { place, address } = input;
  if (place !== null) return readDestination(place, context.shop) ?? { refused: 'unknown-place' };
  const { country, region, postcode } = address ?? input;
  if (country === null && region === null && postcode === null) return null;
  if (country === null) return withoutCountry({ region, postcode }, context);
  const code = /^[A-Z]{2}$/u.test(country) ? country : countryNamed(country);
  return code === null ? { refused: 'unknown-place' } : withKnownRegion({ country: code, region, postcode });
}

/** A postcode may tell its country; a state is one of the shop's own. */
function withoutCountry({ region, postcode }: Pick<Destination, 'region' | 'postcode'>, { shop }: ActionContext) {
  const read = readDestination([region, postcode].filter((part) => part !== null).join(' '), shop);
  if (read === null && postcode !== null) return { refused: 'unknown-place' };
  return read ?? { country: shop.country, region, postcode };
}
