import { z } from 'zod';
import { wordsOf } from '../catalog/search-text.ts';
import { type Cart, type CartLine, lineLabel, withLine, withoutLine } from '../commerce/cart.ts';
import type { Refusal } from '../commerce/refusal.ts';
import { type ActionContext, defineAction } from './action.ts';
import { notSellable, stageCart } from './cart-add.ts';
import { cartLineSchema, cartViewSchema, cartViewShape, readCart, viewCart } from './cart-view.ts';
import { linePointedAt } from './line-pointed-at.ts';
import { choiceSchema, nothing, type ProductRef, pieces, productRef } from './schemas.ts';
import { yesNo } from './yes-no.ts';

export const lineInput = {
  line: productRef.nullish().describe('A line of the cart or its id, or words that name it ("the coat").'),
  product: productRef.nullish().describe('A product that is in the cart, or its id.'),
  last: yesNo.nullish().describe('The line that was put in or changed last: "make it 3".'),
};

export const cartShow = defineAction({
  name: 'cart.show',
  about: 'What is in the cart, at today’s prices, with what has changed since it was put there.',
  input: nothing,
  output: cartViewSchema,
  callers: ['flow', 'assistant'],
  reads: true,
  async run(_input, context) {
    const { cart } = await readCart(context);
    return await viewCart(cart, context);
  },
});

export const cartChange = defineAction({
  name: 'cart.change',
  about:
    'Set how many pieces of a line the cart holds; 0 takes it out. Without a line it is the only one. Refuses with not-found, ' +
    'several (details: choices), not-whole, out-of-stock, not-enough (details: available, in_cart), too-many (details: limit).',
  input: z.object({ ...lineInput, quantity: pieces }),
  output: z.object({
    ...cartViewShape,
    line: cartLineSchema.nullable().describe('The line as it is now; null when out.'),
  }),
  callers: ['flow', 'assistant'],
  async run({ quantity, ...which }, context) {
    const { cart, revision } = await readCart(context);
    const line = lineFor(cart, which);
    if ('refused' in line) return line;
    if (!Number.isInteger(quantity) || quantity < 0) return { refused: 'not-whole' };
    const refusal = quantity > line.quantity ? await tooMany(line, quantity, context) : null;
    if (refusal !== null) return refusal;
    const after = withLine(cart, { ...line, quantity });
    stageCart(after, revision, context);
    const view = await viewCart(after, context);
    return { ...view, line: view.lines.find(({ id }) => id === line.sku) ?? null };
  },
});

export const cartRemove = defineAction({
  name: 'cart.remove',
  about:
    'Take a line out of the cart. Refuses with not-found, or several (details: choices) when the words fit more than one.',
  input: z.object(lineInput),
  output: z.object({ ...cartViewShape, removed: choiceSchema }),
  callers: ['flow', 'assistant'],
  async run(which, context) {
    const { cart, revision } = await readCart(context);
    const line = lineFor(cart, which);
    if ('refused' in line) return line;
    const after = withoutLine(cart, line.sku);
    stageCart(after, revision, context);
    return { ...(await viewCart(after, context)), removed: { id: line.sku, label: lineLabel(line) } };
  },
});

export const cartClear = defineAction({
  name: 'cart.clear',
  about: 'Take everything out of the cart; what is saved for later stays.',
  input: nothing,
  output: z.object({ removed: z.int().describe('Lines that were in the cart.') }),
  callers: ['flow'],
  async run(_input, context) {
    const { cart, revision } = await readCart(context);
    if (cart.lines.length > 0) stageCart({ ...cart, lines: [], touched: null }, revision, context);
    return { removed: cart.lines.length };
  },
});

async function tooMany(line: CartLine, quantity: number, context: ActionContext): Promise<Refusal | null> {
  const product = await context.catalog.product(line.product);
  const variant = product?.variants.find(({ sku }) => sku === line.sku);
  return variant === undefined ? { refused: 'not-found' } : notSellable(variant.stock, quantity, line.quantity);
}

interface Which {
  readonly line?: ProductRef | null | undefined;
  readonly product?: ProductRef | null | undefined;
  readonly last?: boolean | null | undefined;
}

/** By sku first, then by product, then by words; a lone line needs no name. */
export function lineFor(cart: Pick<Cart, 'lines' | 'touched'>, { line, product, last }: Which): CartLine | Refusal {
  const named = line ?? product;
  if (named === null || named === undefined) return unnamed(cart, last === true);
  const { id, sku } = named;
  const exact = cart.lines.find((one) => one.sku === (sku ?? id));
  if (exact !== undefined) return exact;
  const pointed = line === undefined || line === null ? null : linePointedAt(cart, id);
  if (pointed !== null) return pointed;
  const ofProduct = cart.lines.filter((one) => one.product === id);
  return onlyOne(ofProduct.length > 0 || line === undefined || line === null ? ofProduct : called(cart.lines, id));
}

function unnamed({ lines, touched }: Pick<Cart, 'lines' | 'touched'>, last: boolean): CartLine | Refusal {
  const touchedLine = last ? lines.find(({ sku }) => sku === touched) : undefined;
  return touchedLine ?? onlyOne(lines);
}

function called(lines: readonly CartLine[], words: string): readonly CartLine[] {
  const said = wordsOf(words).filter((word) => !['the', 'a', 'an', 'my', 'one', 'ones'].includes(word));
  if (said.length === 0) return [];
  const exact = lines.filter((line) => wordsOf(lineLabel(line)).join(' ') === said.join(' '));
  if (exact.length > 0) return exact;
  return lines.filter((line) => {
    const label = wordsOf(lineLabel(line));
    return said.every((word) => label.includes(word));
  });
}

function onlyOne(lines: readonly CartLine[]): CartLine | Refusal {
  const [first, second] = lines;
  if (first === undefined) return { refused: 'not-found' };
  if (second === undefined) return first;
  return { refused: 'several', details: { choices: lines.map((line) => ({ id: line.sku, label: lineLabel(line) })) } };
}
