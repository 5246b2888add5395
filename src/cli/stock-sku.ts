import type { Product } from '../catalog/product.ts';
import { productOf } from '../catalog/product-schema.ts';
import { walkProducts } from '../catalog/product-walk.ts';
import { lineLabel } from '../commerce/cart.ts';
import type { Piece } from '../commerce/stock/shelf.ts';
import type { Store } from '../storage/store.ts';
import { Failure } from './failure.ts';

export interface NamedPiece extends Piece {
  readonly label: string;
}

/** Throws `Failure` when the shop sells no such thing. */
export async function pieceOf(store: Pick<Store, 'get' | 'find'>, sku: string): Promise<NamedPiece> {
  const stock = await store.get('stock', sku);
  // A product without options often has its own id as its sku.
  const stored = await store.get('product', stock === null ? sku : String(stock.body['product']));
  const near = stored && named(productOf(stored.body), sku);
  if (near) return near;
  for await (const products of walkProducts(store)) {
    for (const product of products) {
      const found = named(product, sku);
      if (found) return found;
    }
  }
  throw new Failure(stored ? variantsOf(productOf(stored.body)) : `There is no SKU and no product ${sku}.`);
}

/** Who names a product is told what can be counted of it. */
function variantsOf({ id, title, variants }: Product): string {
  const lines = variants.map(({ sku, options }) => `  ${sku}  ${lineLabel({ title, options })}`);
  return [`${id} is a product; it is counted by SKU:`, ...lines].join('\n');
}

function named(product: Product, sku: string): NamedPiece | null {
  const variant = product.variants.find((one) => one.sku === sku);
  const label = variant && lineLabel({ title: product.title, options: variant.options });
  return label === undefined ? null : { sku, product: product.id, label };
}
