import type { Money } from '../../../src/catalog/money.ts';
import type { Address } from '../../../src/commerce/address.ts';
import type { NewShopCharge, NewShopLine, NewShopOrder, ShopContact } from '../../../src/sync/shop-system.ts';
import { moneyBag } from './amounts.ts';

/**
 * `OrderCreateOrderInput`: https://shopify.dev/docs/api/admin-graphql/2026-07/input-objects/OrderCreateOrderInput. It takes one discount
 * code, so that all that comes off stands as one; nothing is reckoned again over there.
 */
export function orderInput(order: NewShopOrder) {
  const { reference, number, contact, address, note, total, paid } = order;
  return {
    sourceIdentifier: reference,
    sourceName: 'parley',
    tags: ['parley', `parley-${number}`],
    currency: total.currency,
    processedAt: new Date(order.placedAt).toISOString(),
    ...(note !== null && { note }),
    ...(contact.email !== null && { email: contact.email }),
    ...(contact.phone !== null && { phone: contact.phone }),
    ...(address !== null && { shippingAddress: addressInput(address, contact) }),
    lineItems: [...order.lines.map(lineInput), ...feeInput(order)],
    ...shippingInput(order),
    ...discountInput(order),
    ...taxInput(order),
    financialStatus: paid ? 'PAID' : 'PENDING',
    ...(paid && { transactions: [paymentInput(order)] }),
  };
}

function lineInput({ variant, sku, title, quantity, unit }: NewShopLine) {
  const known = variant === null ? { title, sku, requiresShipping: true } : { variantId: variant };
  return { ...known, quantity, priceSet: moneyBag(unit) };
}

function shippingInput({ charges }: NewShopOrder) {
  const shippingLines = charges
    .filter(({ kind }) => kind === 'shipping')
    .map((charge) => ({ title: charge.label, priceSet: moneyBag(chargedOf(charge)) }));
  return shippingLines.length === 0 ? {} : { shippingLines };
}

/** They know no fees: one more line, of which nothing is sent. */
function feeInput({ charges }: NewShopOrder) {
  return charges
    .filter(({ kind }) => kind === 'fee')
    .map((charge) => ({
      title: charge.label,
      quantity: 1,
      requiresShipping: false,
      priceSet: moneyBag(chargedOf(charge)),
    }));
}

/** Their discounts are of goods: what comes off a delivery makes it cost less. */
function chargedOf({ price, discount }: NewShopCharge): Money {
  return { amount: price.amount - discount.amount, currency: price.currency };
}

function discountInput({ discounts, lines, total }: NewShopOrder) {
  const amount = lines.reduce((sum, { discount }) => sum + discount.amount, 0);
  if (amount === 0) return {};
  const code = discounts
    .map(({ id }) => id)
    .join(' + ')
    .slice(0, 255);
  const off: Money = { amount, currency: total.currency };
  return { discountCode: { itemFixedDiscountCode: { code, amountSet: moneyBag(off) } } };
}

function taxInput({ taxes }: NewShopOrder) {
  if (taxes.length === 0) return {};
  return {
    taxesIncluded: taxes.every(({ included }) => included),
    taxLines: taxes.map(({ label, percent, amount }) => ({
      title: label,
      rate: String(percent / 100),
      priceSet: moneyBag(amount),
    })),
  };
}

/** The money is Parley's to give back: over there it was paid by hand. */
function paymentInput({ total, payBy, placedAt }: NewShopOrder) {
  const processedAt = new Date(placedAt).toISOString();
  return { kind: 'SALE', status: 'SUCCESS', gateway: `Parley (${payBy})`, amountSet: moneyBag(total), processedAt };
}

/** `MailingAddressInput`. */
export function addressInput({ name, lines, postcode, city, region, country }: Address, contact: ShopContact) {
  const [address1 = '', ...others] = lines;
  const { first, last } = parted(name ?? contact.name ?? '');
  return {
    firstName: first,
    lastName: last,
    address1,
    ...(others.length > 0 && { address2: others.join(', ') }),
    ...(city !== null && { city }),
    ...(region !== null && { provinceCode: region }),
    ...(postcode !== null && { zip: postcode }),
    countryCode: country,
    ...(contact.phone !== null && { phone: contact.phone }),
  };
}

/** They keep two parts of a name; what comes after the last space is the second. */
function parted(name: string): { readonly first: string; readonly last: string } {
  const at = name.trim().lastIndexOf(' ');
  return at === -1 ? { first: '', last: name.trim() } : { first: name.slice(0, at).trim(), last: name.slice(at + 1) };
}
