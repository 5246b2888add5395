import type { Product } from '../catalog/product.ts';
import type { ProductFilter } from '../catalog/product-index.ts';
import { optionValues } from '../catalog/product-view.ts';

const sizeNames = /^(?:sizes?|größe|talla|tamanho|tamaño)$/iu;
const letters = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'];

/** The sizes of a product but its smallest (largest): who wants it bigger than it was shown may pick among the larger ones. */
export function otherSizes(product: Product, wanted: 'bigger' | 'smaller'): ProductFilter {
  const sizes = Object.entries(optionValues(product)).find(([name]) => sizeNames.test(name));
  if (sizes === undefined) return {};
  const [name, values] = sizes;
  const inOrder = [values]
    .flat()
    .map(String)
    .sort((one, other) => rankOf(one) - rankOf(other));
  const kept = wanted === 'bigger' ? inOrder.slice(1) : inOrder.slice(0, -1);
  return kept.length === 0 ? {} : { options: { [name]: kept } };
}

function rankOf(size: string): number {
  const place = letters.indexOf(size.trim().toUpperCase());
  return place >= 0 ? place : Number.parseFloat(size.replace(',', '.')) || 0;
}
