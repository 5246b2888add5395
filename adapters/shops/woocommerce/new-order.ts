import type { Address } from '../../../src/commerce/address.ts';
import { decimalOf } from '../../../src/sync/decimal-money.ts';
import type { NewShopCharge, NewShopLine, NewShopOrder, ShopContact } from '../../../src/sync/shop-system.ts';
import { referenceKey } from './orders.ts';

/**
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#create-an-order. Lines are without tax over there, whatever the shop shows, and
 * their tax is reckoned again by the shop's own settings: the total is compared when it is created.
 */
export function orderBody(order: NewShopOrder) {
  const { reference, number, contact, address, charges, note, paid, payBy, total } = order;
  const isNet = order.taxes.every(({ included }) => !included);
  return {
    status: 'processing',
    currency: total.currency,
    set_paid: paid,
    payment_method: 'parley',
    payment_method_title: `Parley (${payBy})`,
    ...(address !== null && { shipping: addressBody(address, contact) }),
    billing: {
      ...(address !== null && addressBody(address, contact)),
      ...(contact.email !== null && { email: contact.email }),
    },
    line_items: order.lines.map((line) => lineBody(line, isNet)),
    shipping_lines: charges
      .filter(({ kind }) => kind === 'shipping')
      .map((charge) => ({ method_id: 'parley', method_title: charge.label, total: netOf(charge, isNet) })),
    fee_lines: charges
      .filter(({ kind }) => kind === 'fee')
      .map((charge) => ({ name: charge.label, total: netOf(charge, isNet) })),
    meta_data: [
      { key: referenceKey, value: reference },
      { key: '_parley_number', value: number },
    ],
    ...(note !== null && { customer_note: note }),
  };
}

/** Without tax: before discounts, and after. */
function lineBody({ variant, sku, title, quantity, unit, discount, tax }: NewShopLine, isNet: boolean) {
  const { currency } = unit;
  const gross = unit.amount * quantity - (isNet ? 0 : tax.amount);
  const money = (amount: number) => decimalOf({ amount, currency });
  const [product, variation] = variant?.split('/').map(Number) ?? [];
  const what =
    product === undefined
      ? { name: title, sku }
      : { product_id: product, ...(variation !== undefined && { variation_id: variation }) };
  return { ...what, quantity, subtotal: money(gross), total: money(gross - discount.amount) };
}

/** What comes off a delivery makes it cost less. */
function netOf({ price, discount, tax }: NewShopCharge, isNet: boolean): string {
  const amount = price.amount - discount.amount - (isNet ? 0 : tax.amount);
  return decimalOf({ amount, currency: price.currency });
}

export function addressBody({ name, lines, postcode, city, region, country }: Address, contact: ShopContact) {
  const whole = (name ?? contact.name ?? '').trim();
  const at = whole.lastIndexOf(' ');
  const [address_1 = '', ...others] = lines;
  return {
    first_name: at === -1 ? '' : whole.slice(0, at).trim(),
    last_name: whole.slice(at + 1),
    address_1,
    address_2: others.join(', '),
    city: city ?? '',
    state: region ?? '',
    postcode: postcode ?? '',
    country,
    ...(contact.phone !== null && { phone: contact.phone }),
  };
}
