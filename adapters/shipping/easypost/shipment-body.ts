import type { ShipRequest } from '../../../src/commerce/shipping/carrier.ts';

/** Weights are in ounces and lengths in inches (docs.easypost.com/docs/parcels), to one decimal. */
const gramsPerOunce = 28.349523125;
const cmPerInch = 2.54;

export function shipmentBody(request: ShipRequest) {
  return { to_address: receiver(request), from_address: sender(request.from), parcel: parcelOf(request.parcel) };
}

function receiver({ to, phone, email }: ShipRequest) {
  const [street1 = '', ...rest] = to.lines;
  const street2 = rest.join(', ');
  return {
    name: to.name,
    street1,
    ...(street2 !== '' && { street2 }),
    city: to.city,
    state: to.region,
    zip: to.postcode,
    country: to.country,
    phone,
    email,
  };
}

function sender(from: ShipRequest['from']) {
  if (from === null) return null;
  const { name, street, city, region, postcode, country, phone, email } = from;
  return { name, street1: street, city, state: region, zip: postcode, country, phone, email };
}

function parcelOf({ grams, length_cm, width_cm, height_cm }: ShipRequest['parcel']) {
  const weight = Math.max(0.1, oneDecimal(grams / gramsPerOunce));
  if (length_cm === null || width_cm === null || height_cm === null) return { weight };
  return { weight, length: inches(length_cm), width: inches(width_cm), height: inches(height_cm) };
}

function inches(cm: number): number {
  return Math.max(0.1, oneDecimal(cm / cmPerInch));
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
