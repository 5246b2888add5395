import type { Refusal } from '../refusal.ts';
import type { Order, OrderItem } from './order.ts';

/** Pieces of one thing in an order. */
export interface Pieces {
  /** The SKU; the title of what has none (imported). */
  readonly sku: string;
  readonly quantity: number;
}

export function skuOf({ sku, title }: OrderItem): string {
  return sku ?? title;
}

/** What has not been sent back, nor asked to be: what the shopper has or waits for. */
export function keptPieces({ items, returns }: Order): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  for (const item of items) kept.set(skuOf(item), (kept.get(skuOf(item)) ?? 0) + item.quantity);
  for (const back of returns) {
    if (back.kind !== 'return' || back.state === 'refused') continue;
    for (const { sku, quantity } of back.items) kept.set(sku, (kept.get(sku) ?? 0) - quantity);
  }
  return kept;
}

/** Pieces of it that came back or are on their way, before. */
export function returnedBefore({ returns }: Order, sku: string): number {
  const back = returns.filter(({ kind, state }) => kind === 'return' && state !== 'refused');
  const own = back.flatMap(({ items }) => items).filter((one) => one.sku === sku);
  return own.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Each SKU once. Refuses with `nothing-picked`, `not-in-order` (details: sku), `too-many` (details: sku, available). */
export function pickedPieces(order: Order, wanted: readonly Pieces[]): readonly Pieces[] | Refusal {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of wanted) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  const picked = [...sums].map(([sku, quantity]) => ({ sku, quantity })).filter(({ quantity }) => quantity > 0);
  if (picked.length === 0) return { refused: 'nothing-picked' };
  const kept = keptPieces(order);
  for (const { sku, quantity } of picked) {
    const available = kept.get(sku) ?? 0;
    if (available <= 0) return { refused: 'not-in-order', details: { sku } };
    if (quantity > available) return { refused: 'too-many', details: { sku, available } };
  }
  return picked;
}

export function itemOf({ items }: Order, sku: string): OrderItem | undefined {
  return items.find((item) => skuOf(item) === sku);
}

export interface Swap {
  /** What goes out; `null`: nothing, more of something comes in. */
  readonly sku: string | null;
  readonly quantity: number;
  /** What comes in their place; `null`: nothing. */
  readonly instead: OrderItem | null;
}

/** The items with some pieces taken out and others put in their place; what is alike and costs the same is one line. */
export function swapped(items: readonly OrderItem[], swaps: readonly Swap[]): readonly OrderItem[] {
  let after = items;
  for (const { sku, quantity, instead } of swaps) {
    const rest = sku === null ? { items: after, at: after.length } : without(after, sku, quantity);
    after = instead === null ? rest.items : inserted(rest.items, { ...instead, quantity }, rest.at);
  }
  return after;
}

function without(items: readonly OrderItem[], sku: string, quantity: number) {
  let open = quantity;
  const at = items.findIndex((item) => skuOf(item) === sku);
  const left = items.flatMap((item) => {
    if (skuOf(item) !== sku || open === 0) return [item];
    const taken = Math.min(open, item.quantity);
    open -= taken;
    return taken === item.quantity ? [] : [{ ...item, quantity: item.quantity - taken }];
  });
  return { items: left, at: left[at] !== undefined && skuOf(left[at]) === sku ? at + 1 : at };
}

function inserted(items: readonly OrderItem[], item: OrderItem, at: number): readonly OrderItem[] {
  const alike = items.findIndex((one) => one.sku === item.sku && one.price?.amount === item.price?.amount);
  if (alike < 0) return items.toSpliced(at, 0, item);
  return items.map((one, index) => (index === alike ? { ...one, quantity: one.quantity + item.quantity } : one));
}
