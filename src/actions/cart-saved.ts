import { z } from 'zod';
import { lineLabel, mostLines, withoutSaved, withSaved } from '../commerce/cart.ts';
import { defineAction } from './action.ts';
import { stageCart, viewWithLine, withPieces } from './cart-add.ts';
import { lineFor, lineInput } from './cart-change.ts';
import { cartLineSchema, cartViewShape, readCart, viewCart } from './cart-view.ts';
import { choiceSchema, nothing } from './schemas.ts';

export const cartSave = defineAction({
  name: 'cart.save',
  about:
    'Take a line out of the cart and keep it for later. Refuses with not-found, several (details: choices), too-many (details: limit).',
  input: z.object(lineInput),
  output: z.object({ ...cartViewShape, saved_line: choiceSchema }),
  callers: ['flow', 'assistant'],
  async run(which, context) {
    const { cart, revision } = await readCart(context);
    const line = lineFor(cart, which);
    if ('refused' in line) return line;
    const after = withSaved(cart, line);
    if (after.saved.length > mostLines) return { refused: 'too-many', details: { limit: mostLines } };
    stageCart(after, revision, context);
    return { ...(await viewCart(after, context)), saved_line: { id: line.sku, label: lineLabel(line) } };
  },
});

export const cartUnsave = defineAction({
  name: 'cart.unsave',
  about:
    'Put what was kept for later back into the cart. Refuses as cart.add does, and with several (details: choices).',
  input: z.object({ line: lineInput.line }),
  output: z.object({ ...cartViewShape, line: cartLineSchema }),
  callers: ['flow', 'assistant'],
  async run({ line: named }, context) {
    const { cart, revision } = await readCart(context);
    const saved = lineFor({ lines: cart.saved, touched: null }, { line: named });
    if ('refused' in saved) return saved;
    const product = await context.catalog.product(saved.product);
    const variant = product?.variants.find(({ sku }) => sku === saved.sku);
    if (product === null || variant === undefined) return { refused: 'not-found' };
    const after = withPieces(withoutSaved(cart, saved.sku), { product, variant, quantity: saved.quantity });
    if ('refused' in after) return after;
    stageCart(after, revision, context);
    return await viewWithLine(after, saved.sku, context);
  },
});

export const cartLastLine = defineAction({
  name: 'cart.last-line',
  about: 'The line of the cart that was put in or changed last; null: there is none.',
  input: nothing,
  output: z.object({ line: cartLineSchema.nullable() }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run(_input, context) {
    const { cart } = await readCart(context);
    const { lines } = await viewCart(cart, context);
    return { line: lines.find(({ id }) => id === cart.touched) ?? null };
  },
});
