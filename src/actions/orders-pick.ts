import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import { resolveReply } from '../channel/replies.ts';
import { lineLabel } from '../commerce/cart.ts';
import { chooseVariant, optionsNamedIn } from '../commerce/choose-variant.ts';
import type { Order, OrderItem } from '../commerce/orders/order.ts';
import { itemOf, keptPieces, skuOf } from '../commerce/orders/pieces.ts';
import type { ItemChange } from '../commerce/orders/swaps-for.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import type { ActionContext } from './action.ts';
import { wholeNumber } from './schemas.ts';

const words = z.union([z.string(), z.int().transform(String)]).transform((text) => text.trim().slice(0, 500));
const named = z.union([words, z.object({ id: z.string().optional(), sku: z.string().nullish() }).transform(skuIn)]);

const pickedSchema = z.union([
  words.transform((text) => ({ text, quantity: null, instead: null })),
  z
    .object({
      sku: words.nullish(),
      id: words.nullish(),
      quantity: wholeNumber.nullish(),
      instead: named.nullish().describe('A sku, a label, or the option in words: "the blue one".'),
    })
    .transform(({ sku, id, quantity, instead }) => ({
      text: sku || id || '',
      quantity: quantity ?? null,
      instead: instead || null,
    })),
]);

/** What a shopper picked of an order: choice ids or labels, `all`, or `{ sku, quantity, instead }`. */
export const pickedItems = z
  .union([z.array(pickedSchema).max(200), pickedSchema.transform((one) => [one])])
  .describe('Skus, labels or "all"; or each as { sku, quantity, instead }. Without a quantity: all of it.');

/** One for all picked items, or one each in their order. */
export const insteadOf = z
  .union([z.array(named).max(200), named.transform((one) => [one])])
  .nullish()
  .describe('A sku, a label, or the option in words: "the blue one"; one each for the items, or one for all.');

export type Picked = z.output<typeof pickedItems>;

function skuIn({ id, sku }: { id?: string | undefined; sku?: string | null | undefined }): string {
  return sku || id || '';
}

/** Refuses with `not-in-order` (details: text), `nothing-picked`. `quantity` stays open where none was said. */
export function changesFor(order: Order, picked: Picked): readonly ItemChange[] | Refusal {
  const kept = [...keptPieces(order)].filter(([, quantity]) => quantity > 0).map(([sku]) => sku);
  const changes: ItemChange[] = [];
  for (const { text, quantity, instead } of picked) {
    const skus = isAll(text) ? kept : skusMeant(order, kept, text);
    if (skus.length === 0) return { refused: text === '' ? 'nothing-picked' : 'not-in-order', details: { text } };
    const more = { ...(quantity !== null && { quantity }), ...(instead !== null && { instead }) };
    changes.push(...skus.map((sku) => ({ sku, ...more })));
  }
  return changes.length === 0 ? { refused: 'nothing-picked' } : changes;
}

/** The pieces of each; all that are kept where no number was said. */
export function piecesFor(order: Order, changes: readonly ItemChange[]) {
  const kept = keptPieces(order);
  return changes.map(({ sku, quantity }) => ({ sku, quantity: quantity ?? (kept.get(sku) || 1) }));
}

function isAll(text: string): boolean {
  return /^(?:all|everything|tod[oa]s?)$/iu.test(text);
}

function skusMeant(order: Order, kept: readonly string[], text: string): readonly string[] {
  if (itemOf(order, text) !== undefined) return [text];
  const choices = kept.map((sku) => ({ id: sku, label: labelOf(order, sku) }));
  const reply = resolveReply(text, { choices });
  if (reply !== null && reply.kind !== 'unclear') return [reply.choice.id];
  const parts = text.split(/\s*[,;\n]\s*|\s+(?:and|y)\s+/iu).filter((part) => part !== '');
  if (parts.length < 2) return [];
  const each = parts.map((part) => skusMeant(order, kept, part));
  return each.every((skus) => skus.length > 0) ? [...new Set(each.flat())] : [];
}

function labelOf(order: Order, sku: string): string {
  const item = itemOf(order, sku);
  return item === undefined ? sku : lineLabel(item);
}

/** What was picked, with what comes instead of it. Refuses as `changesFor` does, and with `no-such-option` (details: text, label). */
export async function changesWith(
  context: ActionContext,
  order: Order,
  { items, instead }: { readonly items: Picked; readonly instead: readonly string[] | null | undefined },
): Promise<readonly ItemChange[] | Refusal> {
  const changes = changesFor(order, items);
  return isRefusal(changes) ? changes : await withInstead(context, order, { changes, instead: instead ?? [] });
}

/** The changes with what comes instead as its SKU. */
async function withInstead(
  context: ActionContext,
  order: Order,
  { changes, instead }: { readonly changes: readonly ItemChange[]; readonly instead: readonly string[] },
): Promise<readonly ItemChange[] | Refusal> {
  const resolved: ItemChange[] = [];
  for (const [at, change] of changes.entries()) {
    const text = change.instead ?? instead[at] ?? (instead.length === 1 ? instead[0] : undefined);
    const item = itemOf(order, change.sku);
    const sku = text && item ? await insteadMeant(context, item, text) : undefined;
    if (isRefusal(sku)) return sku;
    resolved.push(sku === undefined ? change : { ...change, instead: sku });
  }
  return resolved;
}

async function insteadMeant({ catalog }: ActionContext, item: OrderItem, text: string): Promise<string | Refusal> {
  const product = item.product === null ? null : await catalog.product(item.product);
  if (product === null) return text;
  const variant = product.variants.find(({ sku, options }) => {
    return sku === text || lineLabel({ title: product.title, options }).toLowerCase() === text.toLowerCase();
  });
  return variant?.sku ?? byOptions(product, item, text);
}

/** "The blue one": the options that were said, the others as they were. */
function byOptions(product: Product, item: OrderItem, text: string): string | Refusal {
  const said = optionsNamedIn(product, text);
  if (Object.keys(said).length === 0) return text;
  const choice = chooseVariant(product, { ...item.options, ...said });
  if (choice.found === 'one') return choice.variant.sku;
  return { refused: 'no-such-option', details: { text, label: lineLabel(item), sku: skuOf(item) } };
}
