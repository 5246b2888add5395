import { z } from 'zod';
import { readDraft } from '../commerce/checkout/draft.ts';
import { readCheckout } from '../commerce/checkout/read-checkout.ts';
import { defineAction } from './action.ts';
import { checkoutViewSchema, optionView, viewChanged, viewCheckout, wayView } from './checkout-view.ts';
import { nothing } from './schemas.ts';
import { yesNo } from './yes-no.ts';

/** A choice as a flow has it: its id, or itself. */
const choiceRef = z.union([
  z.string().trim().max(200),
  z.object({ id: z.string().trim().max(200) }).transform(({ id }) => id),
]);

const longestGift = 500;

export const checkoutDelivery = defineAction({
  name: 'checkout.delivery',
  about: 'How the order gets there. Refuses with not-offered (details: choices), no-delivery (nothing gets there).',
  input: z.object({ method: choiceRef.describe('One of the options of checkout.show.') }),
  output: checkoutViewSchema,
  callers: ['flow'],
  async run({ method }, context) {
    const { options } = await readCheckout(context, context);
    const chosen = options.find(({ id, label }) => id === method || label === method);
    const choices = options.map((option) => optionView(option, context)).map(({ id, label }) => ({ id, label }));
    if (choices.length === 0) return { refused: 'no-delivery' };
    if (chosen === undefined) return { refused: 'not-offered', details: { choices } };
    return await viewChanged(context, { delivery: chosen.id });
  },
});

export const checkoutPayBy = defineAction({
  name: 'checkout.pay-by',
  about: 'How the order is paid. Refuses with not-a-way-to-pay (details: choices).',
  input: z.object({ method: choiceRef.describe('One of pay_methods of checkout.show.') }),
  output: checkoutViewSchema,
  callers: ['flow'],
  async run({ method }, context) {
    const { ways } = await readCheckout(context, context);
    const chosen = ways.find(({ id, label }) => id === method || label === method);
    const choices = ways.map((way) => wayView(way, context)).map(({ id, label }) => ({ id, label }));
    if (chosen === undefined) return { refused: 'not-a-way-to-pay', details: { choices } };
    return await viewChanged(context, { payBy: chosen.id });
  },
});

export const checkoutGift = defineAction({
  name: 'checkout.gift',
  about: 'Make the order a gift with a message, or none any more (null). Refuses with too-long (details: limit).',
  input: z.object({ message: z.string().trim().max(10_000).nullish() }),
  output: checkoutViewSchema,
  callers: ['flow'],
  async run({ message }, context) {
    if ((message ?? '').length > longestGift) return { refused: 'too-long', details: { limit: longestGift } };
    const gift = message == null ? null : { message };
    return await viewChanged(context, { gift });
  },
});

export const checkoutNotify = defineAction({
  name: 'checkout.notify',
  about: 'Whether the shopper wants to be told here how the order goes on.',
  input: z.object({ yes: yesNo }),
  output: checkoutViewSchema,
  callers: ['flow'],
  async run({ yes: notify }, context) {
    return await viewChanged(context, { notify });
  },
});

export const checkoutForget = defineAction({
  name: 'checkout.forget',
  about: 'Forget the address, so that another one can be given; everything else stays.',
  input: nothing,
  output: checkoutViewSchema,
  callers: ['flow'],
  async run(_input, context) {
    const { draft } = await readDraft(context, context.customer);
    if (draft.address === null) return await viewCheckout(context);
    return await viewChanged(context, { address: null });
  },
});
