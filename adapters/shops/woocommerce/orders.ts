import { currencyExponent } from '../../../src/catalog/currency.ts';
import { decodeEntities } from '../../../src/catalog/import/html-text.ts';
import { type Address, addressSchema } from '../../../src/commerce/address.ts';
import type { ShopOrder, ShopParcel } from '../../../src/sync/shop-system.ts';
import { moneyOf } from './amounts.ts';
import { type AddressAnswer, type OrderAnswer, trackingItems } from './answers.ts';

/** Our order's id, at theirs. What begins with `_` nobody who buys can set. */
export const referenceKey = '_parley_order';

/** Somebody has begun to pay, or could not: nobody has to do anything for such an order. */
const noOrders = ['pending', 'failed', 'checkout-draft', 'auto-draft', 'draft', 'trash'];

export function isOrder({ status }: OrderAnswer): boolean {
  return !noOrders.includes(status);
}

export function orderFrom(answer: OrderAnswer): ShopOrder {
  const { id, number, status, currency, billing, shipping } = answer;
  const reference = metaOf(answer, referenceKey);
  const name = nameOf(shipping) ?? nameOf(billing);
  return {
    id: String(id),
    number,
    reference: typeof reference === 'string' ? reference : null,
    placedAt: timeOf(answer.date_created_gmt),
    cancelled: status === 'cancelled',
    fulfilled: status === 'completed',
    parcels: parcelsOf(answer),
    total: moneyOf(answer.total, currency),
    refunded: refundedOf(answer),
    items: answer.line_items.flatMap((item) => itemFrom(item, currency)),
    contact: { name, email: billing.email || null, phone: billing.phone || shipping.phone || null },
    address: addressFrom(shipping) ?? addressFrom(billing),
  };
}

export function metaOf({ meta_data }: Pick<OrderAnswer, 'meta_data'>, key: string): unknown {
  return meta_data.find((meta) => meta.key === key)?.value;
}

function refundedOf({ refunds, currency }: OrderAnswer) {
  const amount = refunds.reduce((sum, { total }) => sum + moneyOf(total.replace(/^-/u, ''), currency).amount, 0);
  return { amount, currency };
}

function itemFrom({ name, sku, quantity, price }: OrderAnswer['line_items'][number], currency: string) {
  if (quantity < 1) return [];
  return [
    {
      title: decodeEntities(name),
      sku: sku || null,
      quantity,
      price: moneyOf(price.toFixed(currencyExponent(currency)), currency),
    },
  ];
}

/** Times of the API have no zone, and are GMT. */
function timeOf(gmt: string): number {
  return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/u.test(gmt) ? gmt : `${gmt}Z`);
}

/** WooCommerce itself knows no parcels: one that is completed was sent. */
function parcelsOf(answer: OrderAnswer): readonly ShopParcel[] {
  const items = trackingItems.safeParse(metaOf(answer, '_wc_shipment_tracking_items'));
  const at = timeOf(answer.date_completed_gmt ?? answer.date_modified_gmt);
  const parcel = { state: 'announced', at, expected: null } as const;
  const tracked = (items.success ? items.data : []).map((item) => ({
    ...parcel,
    carrier: item.tracking_provider || item.custom_tracking_provider || null,
    tracking: item.tracking_number || null,
    trackingUrl: item.custom_tracking_link || null,
  }));
  if (tracked.length > 0) return tracked;
  return answer.status === 'completed' ? [{ ...parcel, carrier: null, tracking: null, trackingUrl: null }] : [];
}

function nameOf({ first_name, last_name }: AddressAnswer): string | null {
  return `${first_name} ${last_name}`.trim() || null;
}

function addressFrom(answer: AddressAnswer): Address | null {
  const { company, address_1, address_2, city, state, postcode, country } = answer;
  const lines = [company, address_1, address_2].filter((line) => line.trim() !== '');
  const read = addressSchema.safeParse({ name: nameOf(answer), lines, postcode, city, region: state, country });
  return read.success ? read.data : null;
}
