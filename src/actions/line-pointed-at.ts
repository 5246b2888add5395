import type { Cart, CartLine } from '../commerce/cart.ts';
import { readReference } from '../understanding/references.ts';

/** "It" is the line that was put in or changed last, "the first one" the line that stands first in the cart. */
export function linePointedAt({ lines, touched }: Pick<Cart, 'lines' | 'touched'>, words: string): CartLine | null {
  const reference = readReference(words);
  if (reference === null || reference.which === 'all') return null;
  if (reference.which === 'last-seen') return lines.find(({ sku }) => sku === touched) ?? lines.at(-1) ?? null;
  const [place, another] = reference.which;
  if (place === undefined || another !== undefined) return null;
  return lines.at(place < 0 ? place : place - 1) ?? null;
}
