import type { Product, Variant } from '../catalog/product.ts';
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
export async function pieceOf(store: Pick<Store, 'get' | 'find'>, what: string): Promise<NamedPiece> {
  const found = await findSold(store, what);
  if (found === null) throw new Failure(`There is no SKU and no product ${what}.`);
  const { product, variant } = found;
  if (variant === null) throw new Failure(variantsOf(product));
  const { sku, options } = variant;
  return { sku, product: product.id, label: lineLabel({ title: product.title, options }) };
}

interface Sold {
  readonly product: Product;
  /** `null`: the product was named, not one of its SKUs. */
  readonly variant: Variant | null;
}

/** By SKU, or else by a product's id. The whole catalogue is looked through only where neither leads there. */
export async function findSold(store: Pick<Store, 'get' | 'find'>, what: string): Promise<Sold | null> {
  const stock = await store.get('stock', what);
  // A product without options often has its own id as its sku.
  const stored = await store.get('product', stock === null ? what : String(stock.body['product']));
  const near = stored && productOf(stored.body);
  const known = near && withSku(near, what);
  if (known) return known;
  for await (const products of walkProducts(store)) {
    for (const product of products) {
      const found = withSku(product, what);
      if (found) return found;
    }
  }
  return near?.id === what ? { product: near, variant: null } : null;
}

function withSku(product: Product, sku: string): Sold | null {
  const variant = product.variants.find((one) => one.sku === sku);
  return variant ? { product, variant } : null;
}

/** Who names a product is told what can be counted of it. */
function variantsOf({ id, title, variants }: Product): string {
  const lines = variants.map(({ sku, options }) => `  ${sku}  ${lineLabel({ title, options })}`);
  return [`${id} is a product; it is counted by SKU:`, ...lines].join('\n');
}
