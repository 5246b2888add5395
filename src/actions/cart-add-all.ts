import { z } from 'zod';
import { type Cart, lineLabel, mostLines } from '../commerce/cart.ts';
import { type ActionContext, defineAction } from './action.ts';
import { stageCart, variantFor, withPieces } from './cart-add.ts';
import { cartViewShape, readCart, viewCart } from './cart-view.ts';
import { choiceSchema } from './schemas.ts';

const addedSchema = choiceSchema.extend({ quantity: z.int().describe('Pieces that went in.') });

const leftOutSchema = choiceSchema.extend({
  quantity: z.int(),
  reason: z.string().describe('As `cart.add` refuses, or not-readable.'),
  available: z.int().nullable().describe('Pieces there are, where that is the reason.'),
});

export const cartAddAll = defineAction({
  name: 'cart.add-all',
  about:
    'Put several products into the cart at once, such as a cart that was filled in a platform’s own catalogue. What can go in ' +
    'goes in; the rest is told in `left_out`, with its reason as cart.add tells it.',
  input: z.object({
    items: z.string().max(20_000).describe('A line each: how many, a blank, and the product’s id: "2 10234".'),
  }),
  output: z.object({ ...cartViewShape, added: z.array(addedSchema), left_out: z.array(leftOutSchema) }),
  callers: ['flow'],
  async run({ items }, context) {
    const { cart, revision } = await readCart(context);
    let now = cart;
    const added: Added[] = [];
    const leftOut: LeftOut[] = [];
    for (const item of itemsIn(items)) {
      const outcome = await addItem(now, item, context);
      if ('reason' in outcome) leftOut.push(outcome);
      else {
        now = outcome.cart;
        added.push(outcome.added);
      }
    }
    if (added.length > 0) stageCart(now, revision, context);
    return { ...(await viewCart(now, context)), added, left_out: leftOut };
  },
});

type Added = z.output<typeof addedSchema>;
type LeftOut = z.output<typeof leftOutSchema>;

interface Item {
  readonly id: string;
  /** 0 when it cannot be read. */
  readonly quantity: number;
}

/** A cart holds no more lines than `mostLines`: what is beyond is told, up to as many again. */
function itemsIn(text: string): readonly Item[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, 2 * mostLines).map((line) => {
    const match = /^\s*(\d{1,9})\s+(\S.*?)\s*$/u.exec(line);
    return match ? { quantity: Number(match[1]), id: match[2] ?? '' } : { quantity: 0, id: line.trim().slice(0, 200) };
  });
}

async function addItem(
  cart: Cart,
  { id, quantity }: Item,
  context: ActionContext,
): Promise<LeftOut | { readonly cart: Cart; readonly added: Added }> {
  const left = (label: string, reason: string, available: number | null = null) => ({
    id,
    label,
    quantity,
    reason,
    available,
  });
  if (quantity < 1) return left(id, 'not-readable');
  const product = await context.catalog.product(id);
  if (product === null) return left(id, 'not-found');
  const variant = variantFor(product, { id, sku: null }, {});
  if ('refused' in variant) return left(product.title, variant.refused);
  const after = withPieces(cart, { product, variant, quantity });
  const label = lineLabel({ title: product.title, options: variant.options });
  if (!('refused' in after)) return { cart: after, added: { id: variant.sku, label, quantity } };
  const available = after.details?.['available'];
  return left(label, after.refused, typeof available === 'number' ? available : null);
}
