import { z } from 'zod';
import type { Product, Variant } from '../catalog/product.ts';
import { productView } from '../catalog/product-view.ts';
import { type Cart, cartWrite, mostLines, mostOfOneLine, newLine, withLine } from '../commerce/cart.ts';
import { chooseVariant, type Options } from '../commerce/choose-variant.ts';
import type { Refusal } from '../commerce/refusal.ts';
import { wishIn } from '../commerce/wish-in-words.ts';
import { type ActionContext, defineAction } from './action.ts';
import { cartLineSchema, cartViewShape, readCart, viewCart } from './cart-view.ts';
import { chosenOptions, type ProductRef, pieces, productRef } from './schemas.ts';

export const cartAdd = defineAction({
  name: 'cart.add',
  about:
    'Put a product into the cart. Refuses with not-found, choose-option (details: option, values), no-such-option, not-whole, ' +
    'out-of-stock, not-enough (details: available, in_cart), too-many or cart-full (details: limit), other-currency.',
  input: z.object({
    product: productRef.describe('A product’s id, or the product itself; its sku is used when it has one.'),
    quantity: pieces.nullish().describe('1 when neither this nor the words say more.'),
    options: chosenOptions.nullish().describe('Option name → value, e.g. { size: M }.'),
    words: z.string().max(2_000).nullish().describe('What the shopper wrote: "two of the blue one in M".'),
  }),
  output: z.object({ ...cartViewShape, line: cartLineSchema.describe('The line as it is now.') }),
  callers: ['flow', 'assistant'],
  async run({ product: ref, options, words, ...given }, context) {
    const product = await context.catalog.product(ref.id);
    if (product === null) return { refused: 'not-found' };
    const said = wishIn(words ?? '', product, { ...context.shop, locale: context.locale, now: context.now });
    const quantity = given.quantity ?? said.quantity ?? 1;
    if (!Number.isInteger(quantity) || quantity < 1) return { refused: 'not-whole' };
    const variant = variantFor(product, ref, { ...said.options, ...options });
    if ('refused' in variant) return variant;
    const { cart, revision } = await readCart(context);
    const after = withPieces(cart, { product, variant, quantity });
    if ('refused' in after) return after;
    stageCart(after, revision, context);
    return await viewWithLine(after, variant.sku, context);
  },
});

export interface Pieces {
  readonly product: Product;
  readonly variant: Variant;
  readonly quantity: number;
}

/** The cart with so many more of it, or why there cannot be. */
export function withPieces(cart: Cart, { product, variant, quantity }: Pieces): Cart | Refusal {
  const line = cart.lines.find(({ sku }) => sku === variant.sku) ?? newLine(product, variant, 0);
  const wanted = { ...line, quantity: line.quantity + quantity };
  return notAddable(cart, variant, { before: line.quantity, wanted: wanted.quantity }) ?? withLine(cart, wanted);
}

export function stageCart(cart: Cart, revision: number, context: ActionContext): void {
  context.stage(cartWrite(cart, { customer: context.customer, revision, now: context.now }));
}

/** A cart without a `sku` that can be sold is refused: the shop took it away while it was being changed. */
export async function viewWithLine(cart: Cart, sku: string, context: ActionContext) {
  const view = await viewCart(cart, context);
  const line = view.lines.find(({ id }) => id === sku);
  return line === undefined ? { refused: 'not-found' } : { ...view, line };
}

export function variantFor(product: Product, { sku }: ProductRef, options: Options): Variant | Refusal {
  const exact = product.variants.find((variant) => variant.sku === sku);
  if (exact !== undefined) return exact;
  const choice = chooseVariant(product, options);
  switch (choice.found) {
    case 'one':
      return choice.variant;
    case 'none':
      return { refused: 'no-such-option', details: { product: productView(product) } };
    case 'several': {
      const { option, values, chosen } = choice;
      return {
        refused: 'choose-option',
        details: { option, values, chosen: { ...chosen }, product: productView(product) },
      };
    }
  }
}

/** Why a line may not have so many pieces. */
export function notSellable(stock: number | null, wanted: number, inCart: number): Refusal | null {
  if (stock === 0) return { refused: 'out-of-stock' };
  if (stock !== null && wanted > stock)
    return { refused: 'not-enough', details: { available: stock, in_cart: inCart } };
  if (wanted > mostOfOneLine) return { refused: 'too-many', details: { limit: mostOfOneLine } };
  return null;
}

function notAddable(
  cart: Cart,
  { stock, price }: Variant,
  { before, wanted }: { readonly before: number; readonly wanted: number },
): Refusal | null {
  const currency = cart.lines[0]?.price.currency ?? price.currency;
  if (currency !== price.currency) return { refused: 'other-currency', details: { currency } };
  if (before === 0 && cart.lines.length >= mostLines) return { refused: 'cart-full', details: { limit: mostLines } };
  return notSellable(stock, wanted, before);
}
