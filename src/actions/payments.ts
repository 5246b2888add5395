import { z } from 'zod';
import { billLines } from '../commerce/payment/bill-lines.ts';
import { orderWays } from '../commerce/payment/order-ways.ts';
import { type PaymentToMake, startPayment } from '../commerce/payment/start-payment.ts';
import { type WayToPay, waysToPay } from '../commerce/payment/ways-to-pay.ts';
import { type ActionContext, defineAction } from './action.ts';
import { orderFor } from './order-view.ts';
import { moneySchema } from './schemas.ts';

/** The order, its id or number, or an object that carries its id. */
const orderRef = z.union([
  z.string().transform((text) => text.slice(0, 500)),
  z.int().transform(String),
  z.object({ id: z.string().min(1) }).transform(({ id }) => id),
]);

/** What a template leaves empty counts as left out. */
const optional = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.literal('')])
    .nullish()
    .transform((value) => value || null);

const waySchema = z.object({
  id: z.string().describe('What `method` takes.'),
  label: z.string(),
  fee: moneySchema.nullable().describe('What paying so costs more; null: nothing.'),
  later: z.boolean().describe('Paid when it is delivered: the order goes ahead without.'),
});

export const paymentsMethods = defineAction({
  name: 'payments.methods',
  about:
    'The ways to pay there are for this total, country and conversation, or for an order that waits for its money.',
  input: z.object({
    total: optional(moneySchema).describe('What is to be paid, without a fee for the way to pay.'),
    country: optional(z.string().regex(/^[A-Z]{2}$/u)).describe('Where the order goes to.'),
    order: optional(orderRef).describe('An order of the customer’s: then its own total and country count.'),
  }),
  output: z.object({ methods: z.array(waySchema) }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ total, country, order: given }, context) {
    const { rules, payments: providers, conversation } = context;
    if (given === null) {
      return { methods: waysToPay({ rules, providers, total, country, conversation }).map(wayView) };
    }
    const order = await orderFor(given, context);
    if (order === null) return { refused: 'not-found' };
    return { methods: orderWays(context, { order, providers, conversation }).map(wayView) };
  },
});

export const paymentsStart = defineAction({
  name: 'payments.start',
  about:
    'What a shopper has to do to pay an order: an address, an invoice, or instructions. The same open payment is given again. Refuses with not-found, not-now (details.why: paid, expired, nothing-to-pay, or the order’s state), not-a-way-to-pay, not-payable, provider-down.',
  input: z.object({
    order: orderRef,
    method: optional(z.string().max(40)).describe('A way to pay; without one, what the order was placed with.'),
  }),
  output: z.object({
    method: z.string(),
    label: z.string(),
    url: z.string().nullable().describe('Where it is paid; null: not at an address.'),
    invoice: z
      .object({
        title: z.string(),
        lines: z.array(z.object({ title: z.string(), quantity: z.int(), total: moneySchema })),
        payload: z.string(),
        url: z.string().nullable(),
      })
      .nullable()
      .describe('To be shown as an invoice, where the platform itself takes the money.'),
    instructions: z
      .record(z.string(), z.string())
      .describe('how: write-pay, pay-the-courier or transfer; for a transfer bank, holder, iban, bic, reference.'),
    later: z.boolean().describe('Paid when it is delivered.'),
    amount: moneySchema,
    until: z.string().nullable().describe('ISO 8601; when the order is given up if it is not paid.'),
    number: z.string(),
  }),
  callers: ['flow'],
  slow: true,
  async run({ order: given, method }, context) {
    const order = await orderFor(given, context);
    if (order === null) return { refused: 'not-found' };
    const { conversation, locale, payments } = context;
    const started = await startPayment(context, payments, { order: order.id, method, conversation, locale });
    return 'refused' in started ? started : paymentView(started, context);
  },
});

function wayView({ id, label, fee, paid }: WayToPay) {
  return { id, label, fee, later: paid === 'later' };
}

function paymentView({ way, order, payment }: PaymentToMake, { shop }: ActionContext) {
  const { url, amount, instructions = {} } = payment;
  const lines = billLines(order, amount).map(({ label, quantity, total }) => ({ title: label, quantity, total }));
  const invoice = { title: `${shop.name} #${order.number}`, lines, payload: order.id, url };
  return {
    method: way.id,
    label: way.label,
    url,
    invoice: payment.invoice ? invoice : null,
    instructions,
    later: way.paid === 'later',
    amount,
    until: order.status === 'awaiting-payment' ? iso(order.reservedUntil) : null,
    number: order.number,
  };
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
