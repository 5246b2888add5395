import type { ProductFilter } from '../catalog/product-index.ts';

/** A filter with some of its conditions given up, told by the words a template can say. */
interface Looser {
  readonly filter: ProductFilter;
  readonly given: readonly string[];
}

type Drop = readonly [string, (filter: ProductFilter) => ProductFilter];

/** Each condition given up alone, in the order in which shoppers mind least; then one after the other, until none is left. */
export function loosenings(filter: ProductFilter): readonly Looser[] {
  const drops = dropsOf(filter);
  const alone = drops.map(([name, drop]) => ({ filter: drop(filter), given: [name] }));
  const together = drops.map((_drop, index) => {
    const some = drops.slice(0, index + 1);
    return { filter: some.reduce((left, [, drop]) => drop(left), filter), given: some.map(([name]) => name) };
  });
  return [...alone, ...together.slice(1)];
}

function dropsOf(filter: ProductFilter): readonly Drop[] {
  const { attributes = {}, options = {} } = filter;
  return [
    ...Object.keys(attributes).map((name): Drop => [name, (from) => withoutNamed(from, 'attributes', name)]),
    ...Object.keys(options).map((name): Drop => [name, (from) => withoutNamed(from, 'options', name)]),
    ...(filter.tags ? [without('tags', 'tags')] : []),
    ...(filter.inStock === undefined ? [] : [without('stock', 'inStock')]),
    ...(filter.brand ? [without('brand', 'brand')] : []),
    ...(filter.priceFrom === undefined && filter.priceTo === undefined
      ? []
      : [without('price', 'priceFrom', 'priceTo')]),
    ...(filter.category ? [without('category', 'category')] : []),
  ];
}

function without(name: string, ...keys: readonly (keyof ProductFilter)[]): Drop {
  return [
    name,
    (filter) => Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.some((one) => one === key))),
  ];
}

function withoutNamed(filter: ProductFilter, family: 'attributes' | 'options', name: string): ProductFilter {
  const { [name]: _dropped, ...rest } = filter[family] ?? {};
  return { ...filter, [family]: rest };
}
