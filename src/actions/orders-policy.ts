import { z } from 'zod';
import { defineAction } from './action.ts';
import { nothing } from './schemas.ts';

const days = z.int().nullable().describe('Days after delivery; null: for ever.');

export const ordersPolicy = defineAction({
  name: 'orders.policy',
  about:
    'What the shop allows with orders in general: how long things may be sent back or exchanged, and whether orders can be cancelled or changed.',
  input: nothing,
  output: z.object({
    can_return: z.boolean(),
    return_days: days,
    can_exchange: z.boolean(),
    exchange_days: days,
    exchange_same_product: z.boolean().describe('Only for another size, colour or kind of itself.'),
    can_cancel: z.boolean(),
    cancel_until: z.enum(['packed', 'shipped']).describe('Not any more once it is so.'),
    can_change_address: z.boolean(),
    can_change_items: z.boolean(),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run(_input, { rules }) {
    const { cancel, change, return: back, exchange } = rules.orders;
    return {
      can_return: back.allowed,
      return_days: back.days,
      can_exchange: exchange.allowed,
      exchange_days: exchange.days,
      exchange_same_product: exchange.same_product,
      can_cancel: cancel.allowed,
      cancel_until: cancel.until,
      can_change_address: change.address,
      can_change_items: change.items,
    };
  },
});
