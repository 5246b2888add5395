import { z } from 'zod';
import { formatMoney } from '../catalog/format-money.ts';
import type { Money } from '../catalog/money.ts';
import { lineLabel } from '../commerce/cart.ts';
import { addressLine } from '../commerce/checkout/address-line.ts';
import { type CheckoutDraft, changeDraft } from '../commerce/checkout/draft.ts';
import { lastOrder } from '../commerce/checkout/last-order.ts';
import { type Checkout, contactMissing, readCheckout, steps } from '../commerce/checkout/read-checkout.ts';
import { sumOf } from '../commerce/money/reckon.ts';
import type { Order } from '../commerce/orders/order.ts';
import type { WayToPay } from '../commerce/payment/ways-to-pay.ts';
import type { Quote } from '../commerce/pricing/quote.ts';
import { couponKey } from '../commerce/rules/coupons.ts';
import type { DeliveryOption } from '../commerce/shipping/delivery-options.ts';
import type { ActionContext } from './action.ts';
import { cartParts, pricedView } from './cart-view.ts';
import { dayRange } from './day-range.ts';
import { type Labelling, labelFor } from './labels.ts';
import { choiceSchema, moneySchema } from './schemas.ts';

const text = z.string().nullable();
const rowSchema = z.object({ label: z.string(), amount: moneySchema });

const optionSchema = choiceSchema.extend({
  name: z.string().describe('What the merchant calls it.'),
  days: z.string().describe('From when to when it is there: Tue, Dec 1 – Thu, Dec 3.'),
  price: moneySchema,
  earliest: z.string().describe('A day, 2026-12-01: there between the two.'),
  latest: z.string(),
  pick_up: z.boolean().describe('Fetched by the shopper.'),
});

const waySchema = choiceSchema.extend({
  fee: moneySchema.nullable(),
  later: z.boolean().describe('Paid when it is delivered.'),
});

const addressView = z.object({
  name: text,
  lines: z.array(z.string()),
  postcode: text,
  city: text,
  region: text,
  country: z.string(),
  line: z.string().describe('In one line, to read it back.'),
});

export const receiptSchema = z.object({
  lines: z.array(z.object({ title: z.string(), quantity: z.int(), total: moneySchema })),
  totals: z.array(rowSchema),
});

const quoteSchema = z.object({
  subtotal: moneySchema,
  discount: moneySchema.describe('All that comes off.'),
  shipping: moneySchema.nullable(),
  tax: moneySchema.describe('On top, or within the prices.'),
  tax_included: z.boolean(),
  total: moneySchema,
  rows: z.array(rowSchema).describe('What the total is made of, line by line.'),
});

export const checkoutViewSchema = z.object({
  ...cartParts,
  address: addressView.nullable(),
  address_line: text,
  contact: z.object({
    name: text,
    email: text,
    phone: text,
    missing: z.enum(['name', 'email-or-phone']).nullable(),
  }),
  options: z.array(optionSchema).describe('Ways of delivery, as choices; empty: nothing gets there.'),
  delivery: optionSchema.nullable(),
  pay_methods: z.array(waySchema).describe('As choices.'),
  pay_by: waySchema.nullable(),
  coupons: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      amount: moneySchema.describe('What it takes off.'),
      refused: text.describe('Why it does not count: expired, minimum, used, …; null: it counts.'),
      minimum: moneySchema.nullable(),
    }),
  ),
  gift: z.object({ message: z.string() }).nullable(),
  notify: z.boolean(),
  points: z.int().describe('Loyalty points to pay with; 0 as long as the shop gives none.'),
  quote: quoteSchema,
  total: moneySchema.describe('What checkout.place takes as the total that was agreed to.'),
  receipt: receiptSchema.describe('For a receipt step.'),
  missing: z.enum(steps).nullable().describe('What to ask for next; null: it can be placed.'),
  known: z
    .object({ address_line: text, delivery: text, pay_by: text })
    .nullable()
    .describe('How the last order went, for checkout.as-before; null: there is none, or an address is given already.'),
});
export type CheckoutView = z.output<typeof checkoutViewSchema>;

export async function viewCheckout(context: ActionContext): Promise<CheckoutView> {
  return await viewCheckoutOf(await readCheckout(context, context), context);
}

/** Stages the draft with these changes, and shows what comes of it. */
export async function viewChanged(context: ActionContext, changes: Partial<CheckoutDraft>): Promise<CheckoutView> {
  const draft = await changeDraft(context, context.customer, changes);
  return await viewCheckoutOf(await readCheckout(context, context, draft), context);
}

/** `checkout`: as it was read for the draft that is stored or staged. */
export async function viewCheckoutOf(checkout: Checkout, context: ActionContext): Promise<CheckoutView> {
  const { draft, contact, options, delivery, ways, way, quote } = checkout;
  const known = draft.address === null && draft.delivery === null ? await lastOrder(context, context.customer) : null;
  const line = draft.address === null ? null : addressLine(draft.address, context.locale);
  return {
    ...pricedView(checkout.priced),
    address: draft.address === null ? null : { ...draft.address, line: line ?? '' },
    address_line: line,
    contact: { ...contact, missing: contactMissing(contact) },
    options: options.map((option) => optionView(option, context)),
    delivery: delivery && optionView(delivery, context),
    pay_methods: ways.map((one) => wayView(one, context)),
    pay_by: way && wayView(way, context),
    coupons: couponViews(checkout, context),
    gift: draft.gift,
    notify: draft.notify,
    points: draft.points,
    quote: quoteView(quote, context),
    total: { ...quote.total },
    receipt: receiptView(quote, context),
    missing: checkout.missing,
    known: known && knownView(known, context),
  };
}

export function optionView(option: DeliveryOption, context: Labelling) {
  const { id, price, earliest, latest, pickUp } = option;
  const { locale } = context;
  const name = labelFor(option.label, context);
  // Short enough for a button: what it costs and when it is there stand in the question above.
  const label = price.amount === 0 ? name : `${name}, ${formatMoney(price, locale)}`;
  const days = dayRange(earliest, latest, locale);
  return { id, label, name, days, price: { ...price }, earliest, latest, pick_up: pickUp !== null };
}

export function wayView({ id, label, fee, paid }: WayToPay, context: Labelling) {
  const more = fee !== null && fee.amount > 0 ? ` (+${formatMoney(fee, context.locale)})` : '';
  return { id, label: `${labelFor(label, context)}${more}`, fee: fee && { ...fee }, later: paid === 'later' };
}

function couponViews({ draft, quote }: Checkout, context: Labelling): CheckoutView['coupons'] {
  return draft.coupons.map((code) => {
    const key = couponKey(code);
    const refused = quote.refusedCoupons.find((one) => couponKey(one.code) === key) ?? null;
    const own = quote.discounts.filter(({ kind, id }) => kind === 'coupon' && couponKey(id) === key);
    const why = { refused: refused?.why ?? null, minimum: refused?.minimum ? { ...refused.minimum } : null };
    return { code, label: own[0] ? labelFor(own[0].label, context) : code, amount: sumIn(own, quote), ...why };
  });
}

function sumIn(parts: readonly { readonly amount: Money }[], { currency }: Pick<Quote, 'currency'>): Money {
  return sumOf(
    parts.map(({ amount }) => amount),
    currency,
  );
}

function quoteView(quote: Quote, context: Labelling): z.output<typeof quoteSchema> {
  const { lines, subtotal, discounts, shipping, taxes, total, explanation } = quote;
  return {
    subtotal: { ...subtotal },
    discount: sumIn(discounts, quote),
    shipping: shipping && { ...shipping.price },
    tax: sumIn(taxes, quote),
    tax_included: taxes.some(({ included }) => included),
    total: { ...total },
    rows: [
      ...explanation.slice(0, lines.length).map(({ label, amount }) => ({ label, amount: { ...amount } })),
      ...rowsOf(explanation.slice(lines.length), context),
    ],
  };
}

type Rows = readonly { readonly label: string; readonly amount: Money }[];

/** Of what is not goods: these labels are the merchant's. */
export function rowsOf(rows: Rows, context: Labelling): z.output<typeof rowSchema>[] {
  return rows.map(({ label, amount }) => ({ label: labelFor(label, context), amount: { ...amount } }));
}

export function receiptView(
  quote: Pick<Quote, 'lines' | 'explanation' | 'total'>,
  context: Labelling,
): CheckoutView['receipt'] {
  const lines = quote.lines.map((line) => {
    return { title: lineLabel(line), quantity: line.quantity, total: { ...line.total } };
  });
  const rows = [...quote.explanation.slice(lines.length), { label: 'Total', amount: quote.total }];
  return { lines, totals: rowsOf(rows, context) };
}

/** By the labels of today, where the merchant still has them. */
function knownView({ address, shipping, payBy }: Order, context: ActionContext): CheckoutView['known'] {
  const { rules, locale } = context;
  const way = rules.payment.methods.find(({ provider }) => provider === payBy);
  return {
    address_line: address === null ? null : addressLine(address, locale),
    delivery: shipping && labelFor(shipping.label, context),
    pay_by: way ? labelFor(way.label, context) : null,
  };
}
