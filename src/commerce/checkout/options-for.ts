import type { Destination } from '../address.ts';
import type { PricedCart } from '../priced-cart.ts';
import { type DeliveryOption, deliveryOptions } from '../shipping/delivery-options.ts';
import { availability } from '../stock/availability.ts';
import type { Trade } from '../trade.ts';

/** How what is in the cart can get to somebody. Before it is known where to, an order can only be fetched. */
export async function optionsFor(
  trade: Trade,
  destination: Destination | null,
  priced: PricedCart,
): Promise<readonly DeliveryOption[]> {
  const { rules, shop, now } = trade;
  const to = destination ?? { country: shop.country, region: null, postcode: null };
  const options = deliveryOptions({ rules, shop, destination: to, goods: priced.total, now });
  const places = options.flatMap(({ pickUp }) => pickUp ?? []);
  const ready = places.length === 0 ? new Set() : await placesWithAll(trade, priced, places);
  return options.filter(({ pickUp }) => (pickUp === null ? destination !== null : ready.has(pickUp)));
}

/** An order that is fetched is served from that place alone. */
async function placesWithAll(
  trade: Trade,
  { lines }: PricedCart,
  places: readonly string[],
): Promise<ReadonlySet<string>> {
  const pieces = lines.map(({ line: { sku, product } }) => ({ sku, product }));
  const kept = new Map((await availability(trade, pieces)).map((one) => [one.sku, one]));
  const hasAll = (place: string) =>
    lines.every(({ line }) => {
      const there = kept.get(line.sku);
      if (there === undefined || there.available === null) return true;
      return (there.places.find((one) => one.place === place)?.available ?? 0) >= line.quantity;
    });
  return new Set(places.filter(hasAll));
}
