import colours from 'picocolors';
import { walkProducts } from '../catalog/product-walk.ts';
import type { StockRules } from '../commerce/rules/stock.ts';
import { shelfOf } from '../commerce/stock/shelf.ts';
import type { Store } from '../storage/store.ts';
import { pieces } from './stock-words.ts';

/** Place → pieces on hand, where there are some at a place that the rules do not name: it was renamed, or is no more. */
export async function unnamedPlaces(
  store: Pick<Store, 'find' | 'getMany'>,
  { places }: StockRules,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for await (const products of walkProducts(store)) {
    const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
    for (const stored of await store.getMany('stock', skus))
      for (const [place, level] of shelfOf(stored).levels ?? [])
        if (!places.includes(place) && level.onHand > 0) found.set(place, (found.get(place) ?? 0) + level.onHand);
  }
  return found;
}

export function unnamedWords(unnamed: ReadonlyMap<string, number>, { places }: StockRules): string {
  const to = places[0] ?? 'main';
  const rows = [...unnamed].map(
    ([place, count]) =>
      `${colours.yellow(place)}: ${pieces(count)}, at no place that shop/stock.yaml names; sold last\n` +
      `${colours.dim(`parley stock move SKU NUMBER --from ${place} --to ${to} · set SKU 0 --place ${place}`)}\n`,
  );
  return rows.join('');
}
