import type { Product } from '../../catalog/product.ts';
import { parseConversationId } from '../../channel/ids.ts';
import { profileOf } from '../../customer/profile.ts';
import type { JsonObject } from '../../storage/json.ts';
import type { Destination } from '../address.ts';
import { type Cart, readCart } from '../cart.ts';
import type { PaymentProviders } from '../payment/provider.ts';
import { type WayToPay, waysToPay } from '../payment/ways-to-pay.ts';
import { type PricedCart, priceCart } from '../priced-cart.ts';
import { readCouponUses } from '../pricing/coupon-uses.ts';
import type { Quote } from '../pricing/quote.ts';
import type { QuoteInput, QuoteInputLine } from '../pricing/quote-input.ts';
import { quoteOrder } from '../pricing/quote-order.ts';
import type { DeliveryOption } from '../shipping/delivery-options.ts';
import { knownDestination } from '../shipping/known-destination.ts';
import { withKnownRegion } from '../shipping/regions.ts';
import { servedCountries } from '../shipping/served-countries.ts';
import type { Trade } from '../trade.ts';
import { type CheckoutDraft, type Contact, destinationOf, readDraft } from './draft.ts';
import { optionsFor } from './options-for.ts';

/** Who is buying, and where they talk. */
export interface Buyer {
  readonly customer: string;
  readonly conversation: string;
  readonly payments: PaymentProviders;
}

/** What is still to be asked for, in this order. */
export const steps = ['address', 'delivery', 'contact', 'payment'] as const;
export type CheckoutStep = (typeof steps)[number];

/** All that is known of an order that is not placed yet, at this moment's prices. */
export interface Checkout {
  readonly draft: CheckoutDraft;
  /** To write the draft against. */
  readonly revision: number;
  readonly cart: Cart;
  readonly cartRevision: number;
  readonly priced: PricedCart;
  readonly destination: Destination | null;
  /** Empty: nothing gets there, or it is not known yet where to. A place to fetch it from is one that has all of it. */
  readonly options: readonly DeliveryOption[];
  /** What was chosen, or the only one there is. */
  readonly delivery: DeliveryOption | null;
  readonly ways: readonly WayToPay[];
  readonly way: WayToPay | null;
  /** What the shopper has said, else what is known of them. */
  readonly contact: Contact;
  readonly quote: Quote;
  readonly missing: CheckoutStep | null;
}

/** `changed`: the draft as it is about to be written. */
export async function readCheckout(
  trade: Trade,
  buyer: Buyer,
  changed: CheckoutDraft | null = null,
): Promise<Checkout> {
  const { kept, cart, person } = await readDocuments(trade, buyer);
  const draft = changed ?? kept.draft;
  const products = await trade.catalog.products([...new Set(cart.cart.lines.map(({ product }) => product))]);
  const priced = priceCart(cart.cart, products, { currency: trade.shop.currency, only: true });
  const destination = await whereTo(trade, buyer.customer, draft);
  const options = await optionsFor(trade, destination, priced);
  const delivery = chosenDelivery(options, draft.delivery);
  const input = {
    lines: boughtLines(priced, products),
    destination,
    coupons: draft.coupons,
    uses: await readCouponUses(trade, draft.coupons, buyer.customer),
    shipping: shippingOf(delivery),
    now: trade.now,
    fee: null,
  };
  const paying = payingFor(trade, buyer, { draft, input, destination });
  const contact = contactOf(draft, person, buyer.conversation);
  const brings = servedCountries(trade.rules.shipping)?.length !== 0;
  const missing = missingIn({ brings, draft, delivery, contact, ...paying });
  const written = { revision: kept.revision, cart: cart.cart, cartRevision: cart.revision };
  return { ...written, draft, priced, destination, options, delivery, contact, ...paying, missing };
}

async function readDocuments(trade: Trade, { customer }: Buyer) {
  const [cart, kept, person] = await Promise.all([
    readCart(trade, customer),
    readDraft(trade, customer),
    trade.store.get('customer', customer),
  ]);
  return { cart, kept, person: person?.body ?? null };
}

interface Paying {
  readonly draft: CheckoutDraft;
  readonly input: QuoteInput;
  readonly destination: Destination | null;
}

/** Which ways there are depends on the total, and the total on what the way costs: the limit counts without that. */
function payingFor(trade: Trade, buyer: Buyer, { draft, input, destination }: Paying) {
  const { rules, shop } = trade;
  const { conversation, payments: providers } = buyer;
  const before = quoteOrder(input, rules, shop);
  const country = destination?.country ?? null;
  const ways = waysToPay({ rules, providers, total: before.total, country, conversation });
  const way = before.total.amount === 0 ? null : chosen(ways, draft.payBy);
  const fee = way?.fee ? { label: way.label, price: way.fee } : null;
  return { ways, way, quote: fee === null ? before : quoteOrder({ ...input, fee }, rules, shop) };
}

/** A choice of one is none; what was chosen before and is not offered any more leaves the choice open. */
function chosen<Choice extends { readonly id: string }>(choices: readonly Choice[], id: string | null): Choice | null {
  const [first, second] = choices;
  const only = second === undefined ? (first ?? null) : null;
  return choices.find((choice) => choice.id === id) ?? only;
}

/** Nobody is sent to a shop unasked. */
function chosenDelivery(options: readonly DeliveryOption[], id: string | null): DeliveryOption | null {
  const delivery = chosen(options, id);
  return delivery?.pickUp != null && delivery.id !== id ? null : delivery;
}

/** What is said now, else where the last order went. */
async function whereTo(trade: Trade, customer: string, draft: CheckoutDraft): Promise<Destination | null> {
  const said = destinationOf(draft);
  return said === null ? await knownDestination(trade, customer) : withKnownRegion(said);
}

function shippingOf(delivery: DeliveryOption | null): QuoteInput['shipping'] {
  return delivery === null ? null : { method: delivery.id, label: delivery.label, price: delivery.price };
}

function boughtLines({ lines }: PricedCart, products: readonly Product[]): readonly QuoteInputLine[] {
  const byId = new Map(products.map((product) => [product.id, product]));
  return lines.flatMap(({ line }) => {
    const product = byId.get(line.product);
    const variant = product?.variants.find(({ sku }) => sku === line.sku);
    return product === undefined || variant === undefined ? [] : [{ product, variant, quantity: line.quantity }];
  });
}

function contactOf({ contact }: CheckoutDraft, person: JsonObject | null, conversation: string): Contact {
  const { name, email } = profileOf(person);
  return {
    name: contact.name ?? name,
    email: contact.email ?? email,
    phone: contact.phone ?? phoneOf(conversation),
  };
}

/** Who writes on WhatsApp writes from their number. */
function phoneOf(conversation: string): string | null {
  const address = parseConversationId(conversation);
  if (address === null || !address.channel.startsWith('whatsapp')) return null;
  const digits = /^\d{7,15}(?=@|$)/u.exec(address.peer)?.[0];
  return digits === undefined ? null : `+${digits}`;
}

interface Known extends Pick<Checkout, 'draft' | 'delivery' | 'contact' | 'way' | 'quote'> {
  /** The shop sends something to somebody: where all is fetched no address is needed. */
  readonly brings: boolean;
}

function missingIn({ brings, draft, delivery, contact, way, quote }: Known): CheckoutStep | null {
  if (brings && draft.address === null && delivery?.pickUp == null) return 'address';
  if (delivery === null) return 'delivery';
  if (contactMissing(contact) !== null) return 'contact';
  return way === null && quote.total.amount > 0 ? 'payment' : null;
}

/** A parcel needs a name, and the shop a way to ask back. */
export function contactMissing({ name, email, phone }: Contact): 'name' | 'email-or-phone' | null {
  if (name === null) return 'name';
  return email === null && phone === null ? 'email-or-phone' : null;
}
