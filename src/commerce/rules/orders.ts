import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn } from './amounts.ts';

/** `orders.yaml`: what a shopper may do to an order, and until when. */
export const orderRules = (shop: ShopFacts) =>
  z.strictObject({
    cancel: z
      .strictObject({
        allowed: z.boolean().default(true),
        /** `null`: any reason, also none. */
        reasons: z.array(z.string().min(1)).nullable().default(null),
      })
      .prefault({}),
    change: z
      .strictObject({
        address: z.boolean().default(true),
        items: z.boolean().default(true),
        /** Items can be changed one time only; after that the order stays as it is. */
        items_once: z.boolean().default(false),
        /** An item can only become another variant of its own product. */
        same_product: z.boolean().default(false),
        payment: z.boolean().default(true),
      })
      .prefault({}),
    return: z
      .strictObject({
        allowed: z.boolean().default(true),
        /** Days after delivery; `null`: for ever. */
        days: z.int().min(0).nullable().default(30),
        /** The money goes back where it came from, or to these too: `gift-card`. */
        refund_to: z.array(z.enum(['original', 'gift-card'])).default(['original']),
        /** Categories that cannot be sent back. */
        not: z.array(z.string()).default([]),
        /** What sending back costs the shopper. */
        fee: amountIn(shop.currency).nullable().default(null),
        /** The delivery's price goes back too when everything does. */
        refunds_shipping: z.boolean().default(true),
        /** The money goes back at once, or when the goods have arrived. */
        refund_when: z.enum(['requested', 'received']).default('received'),
      })
      .prefault({}),
    exchange: z
      .strictObject({
        allowed: z.boolean().default(true),
        days: z.int().min(0).nullable().default(30),
        same_product: z.boolean().default(true),
        once: z.boolean().default(true),
      })
      .prefault({}),
    /** Days after delivery when a review is asked for; `null`: never. */
    review_after_days: z.int().min(0).nullable().default(3),
  });
