import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn } from './amounts.ts';

const refundTo = (usual: readonly ('original' | 'gift-card' | 'on-file')[]) =>
  z
    .array(z.enum(['original', 'gift-card', 'on-file']))
    .min(1)
    .default([...usual])
    .describe(
      'original: where it came from. gift-card: a gift card the customer has. on-file: whatever way to pay they have on file.',
    );

const until = z
  .enum(['packed', 'shipped'])
  .default('shipped')
  .describe('packed: not once it is packed. shipped: also then, and it is packed anew.');

const days = (usual: number) =>
  z.int().min(0).nullable().default(usual).describe('Days after delivery; null: for ever.');

/** `orders.yaml`: what a shopper may do to an order, and until when. A merchant may always do what an order's state allows. */
export const orderRules = (shop: ShopFacts) =>
  z.strictObject({
    cancel: z
      .strictObject({
        allowed: z.boolean().default(true),
        until,
        reasons: z
          .array(z.string().min(1).max(100))
          .min(1)
          .nullable()
          .default(null)
          .describe('One of these has to be given; null: every reason is fine, and so is none.'),
      })
      .prefault({}),
    change: z
      .strictObject({
        address: z.boolean().default(true),
        items: z.boolean().default(true),
        payment: z.boolean().default(true),
        until,
        items_once: z
          .boolean()
          .default(false)
          .describe(
            'yes: items can be changed one time only; after that nothing of the order can be, nor can it be cancelled.',
          ),
        same_product: z
          .boolean()
          .default(false)
          .describe('yes: an item can only become another variant of its own product.'),
        difference_to: refundTo(['original']),
      })
      .prefault({}),
    return: z
      .strictObject({
        allowed: z.boolean().default(true),
        days: days(30),
        refund_to: refundTo(['original']),
        not: z
          .array(z.string().min(1))
          .default([])
          .describe('Categories, or ids of products, that cannot be sent back.'),
        fee: amountIn(shop.currency).nullable().default(null).describe('What sending back costs the shopper.'),
        refunds_shipping: z
          .boolean()
          .default(true)
          .describe('yes: when everything comes back, so does what the delivery cost.'),
        refund_when: z.enum(['requested', 'received']).default('received'),
      })
      .prefault({}),
    exchange: z
      .strictObject({
        allowed: z.boolean().default(true),
        days: days(30),
        same_product: z.boolean().default(true),
        once: z.boolean().default(true).describe('yes: an order is exchanged one time only.'),
        difference_to: refundTo(['original']),
      })
      .prefault({}),
    on_file_charged: z
      .enum(['by-hand', 'at-once'])
      .default('by-hand')
      .describe(
        'Cards and accounts a customer has on file. by-hand: a person charges them, and says so. at-once: another system of yours does it by ' +
          'itself, so that they count as paid.',
      ),
    after_delivery_once: z
      .boolean()
      .default(false)
      .describe('yes: one return or one exchange an order, and no second of either.'),
    review_after_days: z
      .int()
      .min(0)
      .nullable()
      .default(3)
      .describe('Days after delivery when a review is asked for; null: never.'),
  });

export type OrderRules = z.output<ReturnType<typeof orderRules>>;
export type RefundTo = OrderRules['return']['refund_to'][number];
