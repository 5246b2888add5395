import { z } from 'zod';
import { formatMoney } from '../catalog/format-money.ts';
import { type Cart, lineLabel } from '../commerce/cart.ts';
import { withChange } from '../commerce/orders/machine.ts';
import type { Order, OrderItem } from '../commerce/orders/order.ts';
import { readOrder, stageOrder } from '../commerce/orders/order-documents.ts';
import { type ActionContext, defineAction } from './action.ts';
import { stageCart, variantFor, withPieces } from './cart-add.ts';
import { cartViewShape, readCart, viewCart } from './cart-view.ts';
import { rowsOf } from './checkout-view.ts';
import { labelFor } from './labels.ts';
import { itemView } from './order-view.ts';
import { said } from './orders-change.ts';
import { orderOwned, orderRef, orderSeen } from './orders-find.ts';
import { choiceSchema, moneySchema } from './schemas.ts';

const addedSchema = choiceSchema.extend({ quantity: z.int() });
const leftOutSchema = choiceSchema.extend({
  quantity: z.int(),
  reason: z.string().describe('As cart.add refuses.'),
  available: z.int().nullable().describe('Pieces there are, where that is the reason.'),
});

type LeftOut = z.output<typeof leftOutSchema>;

export const ordersReorder = defineAction({
  name: 'orders.reorder',
  about:
    'Put what an order had into the cart once more, at present prices. What cannot be had is told in `left_out`, with its reason as ' +
    'cart.add tells it. Refuses with not-found, bad-number.',
  input: z.object({ order: orderRef }),
  output: z.object({ ...cartViewShape, added: z.array(addedSchema), left_out: z.array(leftOutSchema) }),
  callers: ['flow'],
  async run({ order: given }, context) {
    const order = await orderSeen(given, context);
    if ('refused' in order) return order;
    const { cart, revision } = await readCart(context);
    let now = cart;
    const added: z.output<typeof addedSchema>[] = [];
    const leftOut: LeftOut[] = [];
    for (const item of order.items) {
      const outcome = await putIn(now, item, context);
      if ('reason' in outcome) leftOut.push(outcome);
      else {
        now = outcome.cart;
        added.push({ id: outcome.sku, label: lineLabel(item), quantity: item.quantity });
      }
    }
    if (added.length > 0) stageCart(now, revision, context);
    return { ...(await viewCart(now, context)), added, left_out: leftOut };
  },
});

async function putIn(
  cart: Cart,
  item: OrderItem,
  context: ActionContext,
): Promise<LeftOut | { readonly cart: Cart; readonly sku: string }> {
  const { quantity, sku, product: id } = item;
  const left = (reason: string, available: number | null = null) => {
    return { id: sku ?? item.title, label: lineLabel(item), quantity, reason, available };
  };
  const product = id === null ? null : await context.catalog.product(id);
  if (product === null) return left('not-found');
  const variant = variantFor(product, { id: product.id, sku }, item.options);
  if ('refused' in variant) return left(variant.refused);
  const after = withPieces(cart, { product, variant, quantity });
  if (!('refused' in after)) return { cart: after, sku: variant.sku };
  const available = after.details?.['available'];
  return left(after.refused, typeof available === 'number' ? available : null);
}

const amountLine = z.object({ label: z.string(), amount: moneySchema });

export const ordersInvoice = defineAction({
  name: 'orders.invoice',
  about:
    'What an order cost, line by line: for a receipt message (lines, totals), and as text for a copy. Refuses with not-found, bad-number.',
  input: z.object({
    order: orderRef,
    total_label: said.describe('What the total is called; "Total" when left out.'),
    refunded_label: said.describe('What refunds are called; "Refunded" when left out.'),
  }),
  output: z.object({
    number: z.string(),
    placed_at: z.string().nullable(),
    lines: z.array(z.object({ title: z.string(), quantity: z.int(), total: moneySchema })),
    totals: z.array(amountLine),
    total: moneySchema.nullable(),
    text: z.string().describe('All of it as plain text, a line each.'),
  }),
  callers: ['flow'],
  reads: true,
  async run({ order: given, total_label: total, refunded_label: refunded }, context) {
    const order = await orderSeen(given, context);
    if ('refused' in order) return order;
    const lines = order.items.map((item) => lineView(item, context.shop.currency));
    const labels = { total: total ?? labelFor('Total', context), refunded: refunded ?? labelFor('Refunded', context) };
    const totals = totalsOf(order, labels, context);
    const { number, placedAt } = order;
    const text = textOf(order, { lines, totals }, context);
    return { number, placed_at: placedAt, lines, totals, total: order.total && { ...order.total }, text };
  },
});

type Lines = readonly {
  readonly title: string;
  readonly quantity: number;
  readonly total: z.output<typeof moneySchema>;
}[];
type Totals = z.output<typeof amountLine>[];

function lineView(item: OrderItem, currency: string) {
  const { label, quantity, total } = itemView(item, 0);
  return { title: label, quantity, total: total ?? { amount: 0, currency } };
}

/** What comes off and on top, as the quote explains it, the total, and what has gone back. */
function totalsOf(
  order: Order,
  labels: { readonly total: string; readonly refunded: string },
  context: ActionContext,
): Totals {
  const { quote, total, refunds } = order;
  const more = quote?.explanation.slice(quote.lines.length) ?? [];
  const back = refunds.reduce((sum, { amount }) => sum + amount.amount, 0);
  return [
    ...rowsOf(more, context),
    ...(total === null ? [] : [{ label: labels.total, amount: { ...total } }]),
    ...(total === null || back === 0
      ? []
      : [{ label: labels.refunded, amount: { amount: -back, currency: total.currency } }]),
  ];
}

function textOf(order: Order, { lines, totals }: { lines: Lines; totals: Totals }, context: ActionContext): string {
  const { shop, locale } = context;
  const placed = order.placedAt === null ? Number.NaN : Date.parse(order.placedAt);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: shop.timeZone });
  const head = [shop.name, `#${order.number}`, ...(Number.isNaN(placed) ? [] : [day.format(placed)])];
  const goods = lines.map(({ title, quantity, total }) => `${quantity} × ${title}: ${formatMoney(total, locale)}`);
  const sums = totals.map(({ label, amount }) => `${label}: ${formatMoney(amount, locale)}`);
  return [head.join(' · '), ...goods, ...sums].join('\n');
}

export const ordersComplain = defineAction({
  name: 'orders.complain',
  about:
    'Keep what a shopper complains of, in their order’s history where they name one: the desk reads it there. Refuses with not-found, ' +
    'bad-number, not-allowed.',
  input: z.object({ order: orderRef.nullish(), words: said }),
  output: z.object({ kept: z.boolean().describe('False: no order was named; the conversation alone has it.') }),
  callers: ['flow'],
  async run({ order: given, words }, context) {
    if (given == null || given.trim() === '' || words === null) return { kept: false };
    const owned = await orderOwned(given, context);
    if ('refused' in owned) return owned;
    const read = await readOrder(context, owned.id);
    if (read === null) return { refused: 'not-found' };
    stageOrder(context, withChange(context, read.order, { what: 'complaint', why: words }), read.revision);
    return { kept: true };
  },
});
