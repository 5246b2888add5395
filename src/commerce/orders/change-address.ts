import type { Money } from '../../catalog/money.ts';
import type { Address } from '../address.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { deliveryOptions } from '../shipping/delivery-options.ts';
import type { Trade } from '../trade.ts';
import { afterChange } from './after-change.ts';
import type { Altered } from './change-items.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { notChangeable } from './policy.ts';
import { tradeFor } from './preview.ts';
import { altered, destinationOf, goodsOf, stageAlteredCoupons } from './requote.ts';
import { settleDifference, stillToPay } from './settle-difference.ts';

export interface AddressWanted {
  readonly order: string;
  readonly address: Address;
  readonly preview?: boolean | undefined;
}

/**
 * Sends an order that has not left to another address. Somewhere else delivery and taxes may cost more or less: that is owed, or goes back to
 * where it came from. Refuses with `not-found`, `not-now` (details: status), `not-allowed`, `once-only`, `nothing-to-do`,
 * `not-delivered` (details: country) where nothing gets there as it was chosen, and as coupons do.
 */
export async function changeAddress(given: Trade, wanted: AddressWanted): Promise<Altered | Refusal> {
  const trade = tradeFor(given, wanted);
  const read = await readOrder(trade, wanted.order);
  if (read === null) return notFound;
  const { order, revision } = read;
  const refused = notChangeable(trade, order, 'address') ?? sameAddress(order, wanted.address);
  if (refused !== null) return refused;
  const cost = await sentTo(trade, order, wanted.address);
  if (isRefusal(cost)) return cost;
  const after = await withDifferenceSettled(trade, order, cost);
  if (isRefusal(after)) return after;
  const unfit = await stageAlteredCoupons(trade, after.order);
  if (unfit !== null) return unfit;
  stageOrder(trade, after.order, revision);
  return after;
}

function sameAddress({ address }: Order, wanted: Address): Refusal | null {
  const same = address !== null && JSON.stringify(sorted(address)) === JSON.stringify(sorted(wanted));
  return same ? { refused: 'nothing-to-do' } : null;
}

function sorted({ name, lines, postcode, city, region, country }: Address) {
  return [name, lines, postcode, city, region, country];
}

async function sentTo(trade: Trade, order: Order, address: Address): Promise<Order | Refusal> {
  if (order.shipping?.pickUp != null) return { refused: 'not-allowed', details: { why: 'pick-up' } };
  const elsewhere = order.address === null || !sameDestination(order.address, address);
  if (!elsewhere) return { ...order, address };
  const shipping = deliveryThere(trade, order, address);
  if (isRefusal(shipping)) return shipping;
  return await altered(trade, order, shipping === null ? { address } : { address, shipping });
}

function sameDestination(one: Address, other: Address): boolean {
  return one.country === other.country && one.region === other.region && one.postcode === other.postcode;
}

/** The delivery that was chosen, at what it costs there; `null`: it is not known here (imported), and the country stays the same. */
function deliveryThere({ rules, shop, now }: Trade, order: Order, address: Address) {
  const currency = order.total?.currency ?? shop.currency;
  const goods: Money = order.quote?.subtotal ?? { amount: goodsOf(order.items), currency };
  const options = deliveryOptions({ rules, shop, destination: destinationOf(address), goods, now });
  if (order.shipping === null) {
    const reached = options.length > 0 || order.address?.country === address.country;
    return reached ? null : { refused: 'not-delivered', details: { country: address.country } };
  }
  const { method } = order.shipping;
  const option = options.find(({ id }) => id === method);
  if (option === undefined) return { refused: 'not-delivered', details: { country: address.country } };
  return { method, label: option.label, price: option.price };
}

async function withDifferenceSettled(trade: Trade, before: Order, cost: Order): Promise<Altered | Refusal> {
  const paid = await settleDifference(trade, cost, { pay: null, to: 'original', why: 'The address was changed.' });
  if (isRefusal(paid)) return paid;
  const settled = afterChange(trade, paid, { what: 'address' });
  const { currency } = before.total ?? trade.shop;
  const amount = (cost.total?.amount ?? 0) - (before.total?.amount ?? 0);
  return { order: settled, difference: { amount, currency }, due: stillToPay(settled, currency) };
}
