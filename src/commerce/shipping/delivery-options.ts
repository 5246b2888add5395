import type { Money } from '../../catalog/money.ts';
import type { ShopFacts } from '../../dialog/book.ts';
import { type Day, isoOf } from '../../understanding/slots/calendar.ts';
import type { Destination } from '../address.ts';
import { pickUpPrefix, type ShippingRules } from '../rules/shipping.ts';
import { placeFits } from './place-fits.ts';
import { withKnownRegion } from './regions.ts';
import { addWorkingDays, leavingDay } from './working-days.ts';

/** A way an order can get to somebody, with its price and its days. */
export interface DeliveryOption {
  /** Unique among the options for one place; what an order keeps as its method. */
  readonly id: string;
  readonly label: string;
  readonly price: Money;
  /** `2026-12-01`, in the shop's time zone: it is there between these two days, both included. */
  readonly earliest: string;
  readonly latest: string;
  readonly carrier: string;
  /** The stock place where it is fetched; `null`: it is brought. */
  readonly pickUp: string | null;
  readonly place: { readonly label: string; readonly address: string; readonly hours: string } | null;
}

export interface DeliveryQuestion {
  readonly rules: { readonly shipping: ShippingRules };
  readonly shop: Pick<ShopFacts, 'timeZone'>;
  readonly destination: Destination;
  /** Value of what is to be sent. */
  readonly goods: Money;
  /** Epoch milliseconds. */
  readonly now: number;
}

type Zone = ShippingRules['zones'][number];
type Method = Zone['methods'][number];
type PickUpPlace = ShippingRules['pick_up'][number];

/** In the order in which the merchant wrote them, places to fetch it from last. Empty: nothing gets there. */
export function deliveryOptions(question: DeliveryQuestion): readonly DeliveryOption[] {
  const { shipping } = question.rules;
  const { timeZone } = question.shop;
  const leaves = leavingDay({ rules: shipping, timeZone }, question.now);
  const places = shipping.pick_up.filter(({ countries }) => countries.includes(question.destination.country));
  return [
    ...(zoneFor(shipping, question.destination)?.methods ?? []).map((method) => brought(method, question, leaves)),
    ...places.map((place) => fetched(place, question, leaves)),
  ];
}

/** The first zone that fits. */
export function zoneFor(rules: Pick<ShippingRules, 'zones'>, destination: Destination): Zone | null {
  const known = withKnownRegion(destination);
  return rules.zones.find((zone) => placeFits(zone, known)) ?? null;
}

function brought(method: Method, { rules, goods }: DeliveryQuestion, leaves: Day): DeliveryOption {
  const { id, label, carrier } = method;
  const days = between(rules.shipping, leaves, method.days);
  return { id, label, price: priceFor(method, goods), ...days, carrier, pickUp: null, place: null };
}

function fetched(at: PickUpPlace, { rules, goods }: DeliveryQuestion, leaves: Day): DeliveryOption {
  const { place, label, address, hours } = at;
  return {
    id: `${pickUpPrefix}${place}`,
    label,
    price: { amount: 0, currency: goods.currency },
    ...between(rules.shipping, leaves, at.days),
    carrier: 'manual',
    pickUp: place,
    place: { label, address, hours },
  };
}

function between(rules: ShippingRules, leaves: Day, { from, to }: Method['days']) {
  const earliest = addWorkingDays(rules, leaves, from);
  const latest = addWorkingDays(rules, earliest, to - from);
  return { earliest: isoOf(earliest), latest: isoOf(latest) };
}

/** The price of the highest step that the goods reach. */
export function priceFor({ price, free_from, from }: Method, goods: Money): Money {
  const free = free_from === null ? [] : [{ goods: free_from, price: { ...price, amount: 0 } }];
  const reached = [...from, ...free].filter((step) => goods.amount >= step.goods.amount);
  const highest = reached.reduce<(typeof reached)[number] | null>(
    (best, step) => (best === null || step.goods.amount >= best.goods.amount ? step : best),
    null,
  );
  return highest?.price ?? price;
}
