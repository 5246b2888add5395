import { checkDraft } from '../catalog/import/check-draft.ts';
import { shortId } from '../catalog/import/short-id.ts';
import type { Product } from '../catalog/product.ts';
import type { ShopProduct, ShopVariant } from './shop-system.ts';

export interface DraftedProduct {
  readonly product: Product;
  /** In the order of its variants. */
  readonly variants: readonly ShopVariant[];
}

/** Their product as one of ours; `id` when it is known here already. Its stock is what they say until it is counted in. */
export function draftOf(theirs: ShopProduct, id: string | null): DraftedProduct | { readonly reason: string } {
  if (theirs.problem !== null) return { reason: theirs.problem };
  const { title, description, brand, category, attributes, images, tags, handle } = theirs;
  const skus = skusOf(theirs);
  const variants = theirs.variants.map(({ options, price, was, levels }, index) => ({
    sku: skus[index],
    options,
    price,
    ...(was !== null && was.amount > price.amount && { was }),
    stock: levels === null ? null : 0,
  }));
  const checked = checkDraft({
    ...{ id: id ?? shortId(handle), title, description, brand, category, attributes, images, tags, variants },
  });
  return 'reason' in checked ? checked : { product: checked.product, variants: theirs.variants };
}

/** A variant without a SKU gets one that stays the same as long as its options do. */
function skusOf({ handle, variants }: ShopProduct): readonly string[] {
  return variants.map(({ sku, options }) => sku ?? [handle, ...Object.values(options)].join('-'));
}

/** What of a product the shop system owns: all but what is counted and how it came here. */
export function ownedPart({ variants, ...product }: Product): object {
  return { ...product, variants: variants.map(({ stock, ...variant }) => ({ ...variant, counted: stock !== null })) };
}
