import { type Address, addressSchema } from '../../../src/commerce/address.ts';
import type { ParcelState } from '../../../src/commerce/shipping/carrier.ts';
import type { ShopOrder, ShopParcel } from '../../../src/sync/shop-system.ts';
import { moneyOf } from './amounts.ts';
import type { AddressAnswer, OrderAnswer } from './answers.ts';

export function orderFrom(answer: OrderAnswer): ShopOrder {
  const { id, name, sourceIdentifier, shippingAddress, email, phone } = answer;
  return {
    id,
    number: name,
    reference: sourceIdentifier,
    placedAt: Date.parse(answer.createdAt),
    cancelled: answer.cancelledAt !== null,
    fulfilled: answer.displayFulfillmentStatus === 'FULFILLED',
    parcels: answer.fulfillments.flatMap(parcelFrom),
    total: moneyOf(answer.totalPriceSet),
    refunded: moneyOf(answer.totalRefundedSet),
    items: answer.lineItems.nodes.flatMap(itemFrom),
    contact: { name: shippingAddress?.name ?? null, email, phone: phone ?? shippingAddress?.phone ?? null },
    address: shippingAddress === null ? null : addressFrom(shippingAddress),
  };
}

function itemFrom({
  title,
  variantTitle,
  sku,
  quantity,
  originalUnitPriceSet,
}: OrderAnswer['lineItems']['nodes'][number]) {
  if (quantity < 1) return [];
  const named = variantTitle === null || variantTitle === 'Default Title' ? title : `${title} (${variantTitle})`;
  return [{ title: named, sku: sku || null, quantity, price: moneyOf(originalUnitPriceSet) }];
}

function parcelFrom(answer: OrderAnswer['fulfillments'][number]): readonly ShopParcel[] {
  if (!['SUCCESS', 'OPEN', 'PENDING'].includes(answer.status)) return [];
  const [tracking] = answer.trackingInfo;
  return [
    {
      state: stateOf(answer.displayStatus),
      carrier: tracking?.company ?? null,
      tracking: tracking?.number ?? null,
      trackingUrl: tracking?.url ?? null,
      at: Date.parse(answer.updatedAt),
      expected: answer.estimatedDeliveryAt,
    },
  ];
}

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus */
function stateOf(displayStatus: string | null): ParcelState {
  switch (displayStatus) {
    case 'IN_TRANSIT':
    case 'CARRIER_PICKED_UP':
    case 'DELAYED':
      return 'on-its-way';
    case 'OUT_FOR_DELIVERY':
      return 'out-for-delivery';
    case 'DELIVERED':
    case 'PICKED_UP':
      return 'delivered';
    case 'READY_FOR_PICKUP':
      return 'waiting';
    case 'ATTEMPTED_DELIVERY':
    case 'NOT_DELIVERED':
    case 'FAILURE':
      return 'failed';
    default:
      return 'announced';
  }
}

function addressFrom({
  name,
  company,
  address1,
  address2,
  city,
  provinceCode,
  zip,
  countryCodeV2,
}: AddressAnswer): Address | null {
  const lines = [company, address1, address2].filter((line) => line !== null && line.trim() !== '');
  const read = addressSchema.safeParse({
    name,
    lines,
    postcode: zip,
    city,
    region: provinceCode,
    country: countryCodeV2,
  });
  return read.success ? read.data : null;
}
