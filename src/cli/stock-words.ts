import colours from 'picocolors';
import { walkProducts } from '../catalog/product-walk.ts';
import { lineLabel } from '../commerce/cart.ts';
import type { StockRules } from '../commerce/rules/stock.ts';
import type { Availability } from '../commerce/stock/availability.ts';
import type { Store } from '../storage/store.ts';

export interface Counted {
  readonly sku: string;
  readonly label: string;
  readonly available: number;
}

/** Everything of which there are few, or none, by the rules as they are now; the emptiest first. */
export async function lowStock(store: Pick<Store, 'find'>, { low_at }: StockRules): Promise<readonly Counted[]> {
  const low: Counted[] = [];
  for await (const products of walkProducts(store)) {
    for (const { title, variants } of products) {
      for (const { sku, options, stock } of variants)
        if (stock !== null && stock <= (low_at ?? 0))
          low.push({ sku, label: lineLabel({ title, options }), available: stock });
    }
  }
  return low.sort((one, other) => one.available - other.available || one.label.localeCompare(other.label));
}

export function lowWords(low: readonly Counted[], { low_at }: StockRules): string {
  const limit = low_at === null ? 'sold out' : `sold out, or ${low_at} pieces or fewer`;
  if (low.length === 0) return `Nothing is ${limit}.\n`;
  const width = Math.max(...low.map(({ sku }) => sku.length));
  const rows = low.map(({ sku, label, available }) => `${amount(available)}  ${sku.padEnd(width)}  ${label}\n`);
  const soldOut = low.filter(({ available }) => available === 0).length;
  const sum = `${soldOut} sold out, ${low.length - soldOut} low · parley stock show SKU · set SKU NUMBER`;
  return `${rows.join('')}${colours.dim(sum)}\n`;
}

function amount(available: number): string {
  const text = available === 0 ? 'sold out' : String(available).padStart(8);
  return available === 0 ? colours.red(text) : colours.yellow(text);
}

/** `named`: the places of the merchant's rules; what lies elsewhere is marked. */
export function shelfWords({ sku, available, places }: Availability, label: string, named: readonly string[]): string {
  const head = `${colours.bold(sku)}  ${label}\n`;
  if (available === null)
    return `${head}Not counted: it can always be sold. parley stock set ${sku} NUMBER begins to count.\n`;
  const rows = places.map(({ place, onHand, reserved }) => {
    const isNamed = named.includes(place);
    if (!isNamed && onHand === 0 && reserved === 0) return '';
    const kept = reserved === 0 ? '' : `, ${reserved} of them for orders`;
    return `  ${place}: ${onHand} on hand${kept}${isNamed ? '' : colours.yellow(' (not in shop/stock.yaml: sold last)')}\n`;
  });
  const can = available === 0 ? 'None can be sold.' : `${pieces(available)} can be sold.`;
  return `${head}${rows.join('')}${can}\n`;
}

export function pieces(count: number): string {
  return count === 1 ? '1 piece' : `${count} pieces`;
}
