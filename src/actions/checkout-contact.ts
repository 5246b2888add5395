import { z } from 'zod';
import { readCheckout } from '../commerce/checkout/read-checkout.ts';
import { readContact } from '../commerce/checkout/read-contact.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { defineAction } from './action.ts';
import { checkoutViewSchema, viewChanged } from './checkout-view.ts';

const words = z
  .string()
  .max(2_000)
  .nullish()
  .transform((text) => text?.trim() || null);

export const checkoutContact = defineAction({
  name: 'checkout.contact',
  about:
    'Who the order is from: name, e-mail, telephone, each by itself or all in one text. What is left out stays as it was. ' +
    'Refuses with bad-name, bad-email, bad-phone, nothing-said.',
  input: z.object({ name: words, email: words, phone: words, text: words.describe('All in one message.') }),
  output: checkoutViewSchema,
  callers: ['flow'],
  async run(input, context) {
    const said = readContact(input, { ...context.shop, locale: context.locale, now: context.now });
    if (isRefusal(said)) return said;
    const { contact: before } = await readCheckout(context, context);
    const contact = {
      name: said.name ?? before.name,
      email: said.email ?? before.email,
      phone: said.phone ?? before.phone,
    };
    return await viewChanged(context, { contact });
  },
});
