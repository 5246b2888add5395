import type { Money } from '../../catalog/money.ts';
import type { Destination } from '../address.ts';
import type { ShippingRules } from '../rules/shipping.ts';
import { priceFor, zoneFor } from './delivery-options.ts';

/** What a shop says about delivery before it knows who asks. */
export interface DeliveryFacts {
  /** The ways of the zone that most shoppers are in, cheapest first: the first zone of the shop's own country, else the first. */
  readonly ways: readonly DeliveryWay[];
  readonly pickUp: readonly { readonly label: string; readonly address: string; readonly hours: string }[];
}

interface DeliveryWay {
  readonly id: string;
  readonly label: string;
  /** Before anything makes it cheaper. */
  readonly price: Money;
  /** Value of the goods from which on it costs nothing; `null`: never. */
  readonly freeFrom: Money | null;
  readonly days: { readonly from: number; readonly to: number };
}

type Zone = ShippingRules['zones'][number];
type Method = Zone['methods'][number];

export function deliveryFacts({ zones, pick_up }: ShippingRules, country: string): DeliveryFacts {
  const methods = usualZone(zones, country)?.methods ?? [];
  return {
    ways: methods.map(wayOf).toSorted((one, other) => one.price.amount - other.price.amount),
    pickUp: pick_up.map(({ label, address, hours }) => ({ label, address, hours })),
  };
}

/** One without regions and postcodes tells what is so for most. */
function usualZone(zones: readonly Zone[], country: string): Zone | null {
  const serving = zones.filter(({ methods }) => methods.length > 0);
  const own = serving.filter(({ countries }) => countries === null || countries.includes(country));
  return own.find(({ regions, postcodes }) => regions === null && postcodes === null) ?? own[0] ?? serving[0] ?? null;
}

function wayOf(method: Method): DeliveryWay {
  const { id, label, price, days } = method;
  return { id, label, price, freeFrom: freeFrom(method), days };
}

/** From which value of goods on what is the cheapest way there now costs nothing; `null`: never, or nothing is brought there. */
export function freeFromOf(rules: ShippingRules, destination: Destination, goods: Money): Money | null {
  const methods = zoneFor(rules, destination)?.methods ?? [];
  const cheapest = methods.toSorted((one, other) => priceFor(one, goods).amount - priceFor(other, goods).amount)[0];
  return cheapest === undefined ? null : freeFrom(cheapest);
}

/** The lowest value of goods with a price of nothing, be it written as `free_from` or as a step. */
function freeFrom({ free_from, from }: Pick<Method, 'free_from' | 'from'>): Money | null {
  const free = [...from.filter(({ price }) => price.amount === 0).map(({ goods }) => goods), free_from];
  return free.reduce(
    (lowest, one) => (one !== null && (lowest === null || one.amount < lowest.amount) ? one : lowest),
    null,
  );
}
