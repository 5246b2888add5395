import { z } from 'zod';
import { applyPayment } from '../commerce/orders/apply-payment.ts';
import { ledgerOf, owedOf } from '../commerce/orders/ledger.ts';
import type { Order } from '../commerce/orders/order.ts';
import { billLines } from '../commerce/payment/bill-lines.ts';
import { learn } from '../commerce/payment/learn.ts';
import { orderWays } from '../commerce/payment/order-ways.ts';
import { reached } from '../commerce/payment/provider-down.ts';
import { type PaymentToMake, startPayment } from '../commerce/payment/start-payment.ts';
import { type WayToPay, waysToPay } from '../commerce/payment/ways-to-pay.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { type ActionContext, defineAction } from './action.ts';
import { labelFor } from './labels.ts';
import { orderFor, orderRef } from './orders-find.ts';
import { moneySchema } from './schemas.ts';

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
      return {
        methods: waysToPay({ rules, providers, total, country, conversation }).map((way) => wayView(way, context)),
      };
    }
    const order = await orderFor(given, context);
    if (order === null) return { refused: 'not-found' };
    return { methods: orderWays(context, { order, providers, conversation }).map((way) => wayView(way, context)) };
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

const statusSchema = z.object({
  state: z.enum(['open', 'paid', 'closed', 'none']).describe('none: nobody has begun to pay it yet.'),
  method: z.string().nullable(),
  paid: moneySchema.nullable().describe('What has come so far.'),
  due: moneySchema.nullable().describe('What has still to be paid.'),
  refunds: z.array(z.object({ amount: moneySchema, state: z.enum(['due', 'done', 'by-hand']) })),
  status: z.string().describe('The order’s.'),
  asked: z.boolean().describe('false: the provider is out of reach, and this is what is known without it.'),
  number: z.string(),
});

export const paymentsStatus = defineAction({
  name: 'payments.status',
  about: 'Whether an order of the customer’s is paid. Its provider is asked while it is not. Refuses with not-found.',
  input: z.object({ order: orderRef }),
  output: statusSchema,
  callers: ['flow'],
  slow: true,
  async run({ order: given }, context) {
    const order = await orderFor(given, context);
    if (order === null) return { refused: 'not-found' };
    const asked = await reached(() => bringUpToDate(context, order), null);
    return statusView(asked ?? order, asked !== null);
  },
});

export const paymentsDemoPay = defineAction({
  name: 'payments.demo-pay',
  about:
    'Pays an order as the button of the demo page does, where the shop pretends to take money. Refuses with not-found, not-a-demo, closed.',
  input: z.object({ order: orderRef }),
  output: statusSchema,
  callers: ['flow'],
  slow: true,
  async run({ order: given }, context) {
    const order = await orderFor(given, context);
    if (order === null) return { refused: 'not-found' };
    const payment = order.payments.findLast(({ state }) => state === 'open');
    const pretend = payment && context.payments.get(payment.provider)?.pretend;
    if (!pretend) return { refused: 'not-a-demo' };
    const notice = await pretend({ order: order.id, reference: payment.reference }, 'pay');
    if (isRefusal(notice)) return notice;
    const applied = await applyPayment(context, notice);
    return isRefusal(applied) ? applied : statusView(applied.order, true);
  },
});

async function bringUpToDate(context: ActionContext, order: Order): Promise<Order> {
  let present = order;
  for (const notice of await learn(context.payments, order, context.now)) {
    const applied = await applyPayment(context, notice);
    if (!isRefusal(applied)) present = applied.order;
  }
  return present;
}

function statusView(order: Order, asked: boolean) {
  const ledger = ledgerOf(order);
  const { payments, refunds, payBy, status, number } = order;
  const state = payments.findLast((one) => one.state === 'paid')?.state ?? payments.at(-1)?.state ?? 'none';
  return {
    state: state === 'failed' ? 'closed' : state,
    method: payBy,
    paid: ledger && { amount: ledger.paid, currency: ledger.currency },
    due: owedOf(order),
    refunds: refunds.map(({ amount, state }) => ({ amount, state })),
    status,
    asked,
    number,
  } as const;
}

function wayView({ id, label, fee, paid }: WayToPay, context: ActionContext) {
  return { id, label: labelFor(label, context), fee, later: paid === 'later' };
}

function paymentView({ way, order, payment }: PaymentToMake, context: ActionContext) {
  const { url, amount, instructions = {} } = payment;
  const bill = billLines(order, amount, (label) => labelFor(label, context));
  const lines = bill.map(({ label, quantity, total }) => ({ title: label, quantity, total }));
  const invoice = { title: `${context.shop.name} #${order.number}`, lines, payload: order.id, url };
  return {
    method: way.id,
    label: labelFor(way.label, context),
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
