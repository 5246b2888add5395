import type { ProductExclusion, ProductFilter, ProductSort } from '../../catalog/product-index.ts';
import { facetMeaning } from '../wish/facet-index.ts';
import type { Wish } from '../wish/wish.ts';

type Families = Readonly<Record<string, readonly string[]>>;

/** A wish as other programs read it: what was not said is absent. Prices in major units of the shop's currency. */
export interface SaidConstraints {
  /** What is left to search for. */
  readonly text: string;
  readonly price_from?: number;
  readonly price_to?: number;
  readonly brand?: readonly string[];
  readonly category?: readonly string[];
  readonly tags?: readonly string[];
  /** The catalogue's own values, else the English name: then the word is in `text` as well. */
  readonly colour?: readonly string[];
  readonly size?: readonly string[];
  readonly material?: readonly string[];
  /** All other facets, by their name. */
  readonly attributes?: Families;
  readonly options?: Families;
  readonly in_stock?: true;
  readonly sort?: ProductSort;
  readonly quantity?: number;
  readonly not?: SaidExclusion;
}

export interface SaidExclusion
  extends Pick<
    SaidConstraints,
    'brand' | 'category' | 'tags' | 'colour' | 'size' | 'material' | 'attributes' | 'options'
  > {
  readonly words?: readonly string[];
}

interface Read {
  readonly wish: Wish;
  /** As read by colours, sizes and materials in general: for what the catalogue has no facet for. */
  readonly said: Wish;
  readonly exponent: number;
}

export function constraintsOf({ wish, said, exponent }: Read): SaidConstraints {
  const { filter, sort, quantity } = wish;
  const unit = 10 ** exponent;
  return {
    text: wish.text,
    ...(filter.priceFrom !== undefined && { price_from: filter.priceFrom / unit }),
    ...(filter.priceTo !== undefined && { price_to: filter.priceTo / unit }),
    ...familiesOf(said.filter),
    ...familiesOf(filter),
    ...(filter.inStock && { in_stock: true as const }),
    ...(sort !== null && { sort }),
    ...(quantity !== null && { quantity }),
    ...(filter.not !== undefined && { not: exclusionOf(filter.not, said.filter.not ?? {}) }),
  };
}

function exclusionOf(not: ProductExclusion, said: ProductExclusion): SaidExclusion {
  return { ...familiesOf(said), ...familiesOf(not), ...(not.words !== undefined && { words: not.words }) };
}

type Meant = 'colour' | 'size' | 'material';

/** Colour, size and material by these names, however the catalogue calls them. */
function familiesOf(filter: Pick<ProductFilter, 'brand' | 'category' | 'tags' | 'attributes' | 'options'>) {
  const { brand, category, tags } = filter;
  const meant: Partial<Record<Meant, readonly string[]>> = {};
  const others: { attributes?: Families; options?: Families } = {};
  for (const family of ['attributes', 'options'] as const) {
    for (const [name, values] of Object.entries(filter[family] ?? {})) {
      const meaning = facetMeaning(name);
      if (meaning === null) others[family] = { ...others[family], [name]: values };
      else meant[meaning] = values;
    }
  }
  return { ...(brand && { brand }), ...(category && { category }), ...(tags && { tags }), ...meant, ...others };
}
