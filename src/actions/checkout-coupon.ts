import { z } from 'zod';
import { changeDraft, mostCoupons, readDraft } from '../commerce/checkout/draft.ts';
import { readCheckout } from '../commerce/checkout/read-checkout.ts';
import { couponKey } from '../commerce/rules/coupons.ts';
import { type ActionContext, defineAction } from './action.ts';
import { checkoutViewSchema, viewChanged, viewCheckout, viewCheckoutOf } from './checkout-view.ts';

const code = z.string().trim().max(200);

export const checkoutCoupon = defineAction({
  name: 'checkout.coupon',
  about:
    'Use a coupon. Refuses with the word why it does not count: unknown, expired, not-yet, minimum (details: minimum), used, spent, ' +
    'not-these, not-together; too-many (details: limit).',
  input: z.object({ code: code.min(1) }),
  output: checkoutViewSchema,
  callers: ['flow'],
  async run({ code: written }, context) {
    const { draft } = await readDraft(context, context.customer);
    const given = codeIn(written, context);
    if (draft.coupons.some((one) => couponKey(one) === couponKey(given))) return await viewCheckout(context);
    if (draft.coupons.length >= mostCoupons) return { refused: 'too-many', details: { limit: mostCoupons } };
    const coupons = [...draft.coupons, given];
    const tried = await readCheckout(context, context, { ...draft, coupons });
    const refused = tried.quote.refusedCoupons.find((one) => couponKey(one.code) === couponKey(given));
    if (refused !== undefined) {
      const { why, minimum } = refused;
      return { refused: why, details: { code: given, minimum: minimum && { ...minimum } } };
    }
    await changeDraft(context, context.customer, { coupons });
    return await viewCheckoutOf(tried, context);
  },
});

export const checkoutRemoveCoupon = defineAction({
  name: 'checkout.remove-coupon',
  about: 'Use a coupon no more; without a code, none of them.',
  input: z.object({ code: code.nullish() }),
  output: checkoutViewSchema,
  callers: ['flow'],
  async run({ code: written }, context) {
    const { draft } = await readDraft(context, context.customer);
    const coupons = written ? draft.coupons.filter((one) => couponKey(one) !== couponKey(written)) : [];
    if (coupons.length === draft.coupons.length) return await viewCheckout(context);
    return await viewChanged(context, { coupons });
  },
});

/** "My code is SAVE10": the word in it that is one of the shop's. */
function codeIn(written: string, { rules }: ActionContext): string {
  const known = new Set(rules.coupons.coupons.map((coupon) => couponKey(coupon.code)));
  const words = [written, ...written.split(/[\s"'“”„«».,;:!?()]+/u)];
  return words.find((word) => known.has(couponKey(word))) ?? written;
}
