import { z } from 'zod';
import type { Money } from '../catalog/money.ts';
import type { Destination } from '../commerce/address.ts';
import type { Refusal } from '../commerce/refusal.ts';
import { countryName } from '../commerce/shipping/country-name.ts';
import { deliveryFacts } from '../commerce/shipping/delivery-facts.ts';
import type { DeliveryOption } from '../commerce/shipping/delivery-options.ts';
import { servedCountries } from '../commerce/shipping/served-countries.ts';
import type { ActionContext } from './action.ts';
import { type Labelling, labelFor } from './labels.ts';
import { moneySchema } from './schemas.ts';

const placeSchema = z.object({ label: z.string(), address: z.string(), hours: z.string() });

export const deliveryOptionSchema = z.object({
  id: z.string(),
  label: z.string(),
  price: moneySchema,
  free: z.boolean(),
  earliest: z.string().describe('A day, 2026-12-01, by the shop’s calendar: there between the two.'),
  latest: z.string(),
  carrier: z.string(),
  pick_up: z.boolean().describe('Fetched by the shopper.'),
  place: placeSchema.nullable().describe('Where it is fetched.'),
});

export const deliveryOptionsSchema = z.object({
  country: z.string(),
  country_name: z.string(),
  known: z.boolean().describe('False: nobody has said where; reckoned for the shop’s own country.'),
  goods: moneySchema.describe('What the prices are for.'),
  options: z.array(deliveryOptionSchema).describe('In the merchant’s order.'),
  cheapest: deliveryOptionSchema.nullable().describe('Of those that are brought, or else fetched.'),
  fastest: deliveryOptionSchema.nullable(),
  free_from: moneySchema
    .nullable()
    .describe('Value of goods from which on the cheapest way costs nothing; null: never.'),
  missing_for_free: moneySchema
    .nullable()
    .describe('How much more has to be bought for that; null: nothing, or never.'),
});
export type DeliveryOptionsView = z.output<typeof deliveryOptionsSchema>;
type OptionView = z.output<typeof deliveryOptionSchema>;

interface Seen {
  readonly destination: Destination;
  readonly known: boolean;
  readonly goods: Money;
  readonly options: readonly DeliveryOption[];
  readonly freeFrom: Money | null;
}

export function optionsView(seen: Seen, context: Labelling): DeliveryOptionsView {
  const { destination, known, goods, freeFrom } = seen;
  const options = seen.options.map((option) => optionView(option, context));
  const brought = options.filter(({ pick_up }) => !pick_up);
  const ways = brought.length > 0 ? brought : options;
  const missing = freeFrom === null || freeFrom.amount <= goods.amount ? null : freeFrom.amount - goods.amount;
  return {
    country: destination.country,
    country_name: countryName(destination.country, context.locale),
    known,
    goods: { ...goods },
    options,
    cheapest: best(ways, (one, other) => one.price.amount - other.price.amount),
    fastest: best(ways, (one, other) => one.latest.localeCompare(other.latest)),
    free_from: freeFrom === null ? null : { ...freeFrom },
    missing_for_free: missing === null ? null : { amount: missing, currency: goods.currency },
  };
}

/** The first of the best. */
function best(options: readonly OptionView[], by: (one: OptionView, other: OptionView) => number): OptionView | null {
  return options.toSorted(by)[0] ?? null;
}

export function optionView(option: DeliveryOption, context: Labelling): OptionView {
  const { id, price, earliest, latest, carrier, pickUp, place } = option;
  const label = labelFor(option.label, context);
  const how = { carrier, pick_up: pickUp !== null, place: place && placeIn(place, context) };
  return { id, label, price: { ...price }, free: price.amount === 0, earliest, latest, ...how };
}

export const deliveryAboutSchema = z.object({
  price: moneySchema
    .nullable()
    .describe('Of the cheapest way, before anything makes it free; null: nothing is brought.'),
  free_from: moneySchema.nullable().describe('Value of goods from which on that way costs nothing.'),
  days: z.string().describe('Working days on the way, e.g. 2–4.'),
  ways: z.array(
    z.object({ label: z.string(), price: moneySchema, free_from: moneySchema.nullable(), days: z.string() }),
  ),
  leaves_until: z.string().describe('Orders before this time leave on the same working day, e.g. 14:00.'),
  saturdays: z.boolean(),
  everywhere: z.boolean().describe('Delivers to any country.'),
  countries: z.array(z.string()).describe('Names of the countries delivered to; empty when everywhere.'),
  pick_up: z.array(placeSchema).describe('Where orders can be fetched for nothing.'),
});

export function aboutView(context: ActionContext): z.output<typeof deliveryAboutSchema> {
  const { rules, shop, locale } = context;
  const { ways, pickUp } = deliveryFacts(rules.shipping, shop.country);
  const views = ways.map(({ label, price, freeFrom, days }) => {
    const way = { label: labelFor(label, context), price: { ...price } };
    return { ...way, free_from: freeFrom === null ? null : { ...freeFrom }, days: daysOf(days) };
  });
  const { leaves_until, saturdays } = rules.shipping;
  const [first] = views;
  return {
    price: first?.price ?? null,
    free_from: first?.free_from ?? null,
    days: first?.days ?? '',
    ways: views,
    leaves_until,
    saturdays,
    ...where({ rules, locale }),
    pick_up: pickUp.map((place) => placeIn(place, context)),
  };
}

function placeIn({ label, address, hours }: z.output<typeof placeSchema>, context: Labelling) {
  return { label: labelFor(label, context), address, hours: labelFor(hours, context) };
}

function daysOf({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** Countries by name, so that a flow can say them. */
export function where({ rules, locale }: Pick<ActionContext, 'rules' | 'locale'>) {
  const countries = servedCountries(rules.shipping);
  const names = (countries ?? []).map((code) => countryName(code, locale));
  return { everywhere: countries === null, countries: names };
}

/** Details: the country by name, and those that there are. */
export function noDelivery(country: string, context: Pick<ActionContext, 'rules' | 'locale'>): Refusal {
  const named = { country, country_name: countryName(country, context.locale) };
  return { refused: 'no-delivery', details: { ...named, ...where(context) } };
}
