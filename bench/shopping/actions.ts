import { z } from 'zod';
import { type Action, type ActionContext, defineAction } from '../../src/actions/action.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import { type CartLine, cartTotal, shelf, withWanted } from './shelf.ts';

const money = z.object({ amount: z.int(), currency: z.string() });
const basketShape = {
  count: z.int(),
  total: money,
  lines: z.array(z.object({ label: z.string(), quantity: z.int(), total: money })),
};

const search = defineAction({
  name: 'catalog.search',
  about: 'Finds products.',
  input: z.object({ text: z.string() }),
  output: z.object({
    total: z.int(),
    products: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        brand: z.string(),
        price: money,
        was: money.nullable(),
        in_stock: z.boolean(),
      }),
    ),
  }),
  callers: ['flow'],
  reads: true,
  run: async () => ({ total: shelf.length, products: shelf.map((view) => ({ ...view })) }),
});

const add = defineAction({
  name: 'cart.add',
  about: 'Puts something into the cart.',
  input: z.object({ product: z.string(), size: z.string(), colour: z.string(), quantity: z.int().min(1) }),
  output: z.object({ ...basketShape, label: z.string() }),
  callers: ['flow'],
  async run(wanted, context) {
    const { lines, revision } = await readCart(context);
    const after = withWanted(lines, wanted);
    const label = after?.at(-1)?.label;
    if (!after || label === undefined) return { refused: 'not-found' };
    const body = { lines: after, updatedAt: context.now } as unknown as JsonObject;
    context.stage({ kind: 'cart', id: context.customer, revision, body });
    return { ...basket(after), label };
  },
});

const show = defineAction({
  name: 'cart.show',
  about: 'What is in the cart.',
  input: z.object({}),
  output: z.object(basketShape),
  callers: ['flow'],
  reads: true,
  run: async (_input, context) => basket((await readCart(context)).lines),
});

async function readCart({ store, customer }: ActionContext) {
  const stored = await store.get('cart', customer);
  const lines = (stored?.body['lines'] ?? []) as unknown as readonly CartLine[];
  return { lines, revision: stored?.revision ?? 0 };
}

export function basket(lines: readonly CartLine[]) {
  return {
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total: cartTotal(lines),
    lines: lines.map(({ label, quantity, price }) => {
      return { label, quantity, total: { ...price, amount: price.amount * quantity } };
    }),
  };
}

/** Quick actions, in this process; the cart is kept in the store, as the shop's own actions keep it. */
export const shoppingActions = createActionRegistry([search, add, show] as readonly Action[]);
