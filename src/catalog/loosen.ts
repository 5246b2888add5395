import type { ProductFilter } from './product-index.ts';

/** A wish that was given up, in words that can be said. */
export interface GivenUp {
  /** `price`, `brand`, `category`, `tag`, `stock`, `not`, `word` (one that nothing found has), or the name of an option or attribute. */
  readonly name: string;
  /** As the catalogue writes it; empty for price and stock. */
  readonly value: string;
}

/** A filter with some of its conditions given up. */
export interface Looser {
  readonly filter: ProductFilter;
  readonly given: readonly GivenUp[];
}

type Family = 'attributes' | 'options';
type Drop = readonly [GivenUp, (filter: ProductFilter) => ProductFilter];

/** Each condition given up alone, in the order in which shoppers mind least; then one after the other, until none is left. */
export function loosenings(filter: ProductFilter): readonly Looser[] {
  const drops = dropsOf(filter);
  const alone = drops.map(([given, drop]) => ({ filter: drop(filter), given: [given] }));
  const together = drops.map((_drop, index) => {
    const some = drops.slice(0, index + 1);
    return { filter: some.reduce((left, [, drop]) => drop(left), filter), given: some.map(([given]) => given) };
  });
  return [...alone, ...together.slice(1)];
}

function dropsOf(filter: ProductFilter): readonly Drop[] {
  const { priceFrom, priceTo, inStock, not } = filter;
  return [
    ...namedDrops(filter, 'attributes'),
    ...namedDrops(filter, 'options'),
    ...listDrop('tag', filter.tags, 'tags'),
    ...(inStock === undefined ? [] : [without({ name: 'stock', value: '' }, 'inStock')]),
    ...listDrop('brand', filter.brand, 'brand'),
    ...(not === undefined ? [] : [without({ name: 'not', value: unwanted(not).join(', ') }, 'not')]),
    ...(priceFrom === undefined && priceTo === undefined
      ? []
      : [without({ name: 'price', value: '' }, 'priceFrom', 'priceTo')]),
    ...listDrop('category', filter.category, 'category'),
  ];
}

function namedDrops(filter: ProductFilter, family: Family): readonly Drop[] {
  return Object.entries(filter[family] ?? {}).map(
    ([name, values]): Drop => [{ name, value: values.join(', ') }, (from) => withoutNamed(from, family, name)],
  );
}

function listDrop(name: string, values: readonly string[] | undefined, key: keyof ProductFilter): readonly Drop[] {
  return values === undefined ? [] : [without({ name, value: values.join(', ') }, key)];
}

function without(given: GivenUp, ...keys: readonly (keyof ProductFilter)[]): Drop {
  return [
    given,
    (filter) => Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.some((one) => one === key))),
  ];
}

function withoutNamed(filter: ProductFilter, family: Family, name: string): ProductFilter {
  const { [name]: _dropped, ...rest } = filter[family] ?? {};
  return { ...filter, [family]: rest };
}

function unwanted({ attributes = {}, options = {}, ...not }: NonNullable<ProductFilter['not']>): readonly string[] {
  const named = [...Object.values(attributes), ...Object.values(options)].flat();
  return [...(not.words ?? []), ...(not.brand ?? []), ...(not.category ?? []), ...(not.tags ?? []), ...named];
}
