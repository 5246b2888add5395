import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import { optionValues } from '../catalog/product-view.ts';
import { defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { verdictOn, verdictShape } from './catalog-verdict.ts';
import { productRef, productViewSchema } from './schemas.ts';

/** More than four side by side cannot be read on a phone. */
const mostCompared = 4;

const rowSchema = z.object({
  name: z.string(),
  values: z.array(z.string().nullable()).describe('In the order of the products; null where one has none.'),
  same: z.boolean().describe('All values are equal.'),
});

export const catalogCompare = defineAction({
  name: 'catalog.compare',
  about:
    'Two to four products side by side: each row is something they have, with one value a product. ' +
    'Refuses with too-few (details: found) when fewer than two are sold.',
  input: z.object({
    ids: z.array(productRef).nullish().describe('Products or their ids; the first four count.'),
    products: z.array(productRef).nullish().describe('The same, from what a search has found.'),
  }),
  output: z.object({
    products: z.array(productViewSchema),
    rows: z.array(rowSchema),
    differing: z
      .array(rowSchema)
      .describe('The rows in which they differ: what all of them have first, at most eight.'),
    equal: z.array(rowSchema).describe('The rows in which they do not, short values only, at most five.'),
    ...verdictShape,
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ ids, products }, { catalog, store }) {
    const wanted = [...new Set([...(ids ?? []), ...(products ?? [])].map(({ id }) => id))].slice(0, mostCompared);
    const found = await catalog.products(wanted);
    if (found.length < 2) return { refused: 'too-few', details: { found: found.length } };
    const rows = rowsOf(found);
    const views = found.map((product) => viewOf(product));
    return { products: views, rows, ...summedUp(rows), ...(await verdictOn(views, store)) };
  },
});

function rowsOf(products: readonly Product[]) {
  const facts = products.map(factsOf);
  const names = [...new Set(facts.flatMap((fact) => [...fact.keys()]))];
  return names.map((name) => {
    const values = facts.map((fact) => fact.get(name) ?? null);
    return { name, values, same: new Set(values).size === 1 };
  });
}

function factsOf(product: Product): ReadonlyMap<string, string> {
  const options = Object.entries(optionValues(product)).map(
    ([name, values]) => [name, [values].flat().join(', ')] as const,
  );
  const own: (readonly [string, string])[] = [];
  if (product.brand !== null) own.push(['brand', product.brand]);
  const kind = product.category.at(-1);
  if (kind !== undefined) own.push(['category', kind]);
  return new Map([...own, ...Object.entries(product.attributes), ...options]);
}

/** What fits on a phone: of many attributes few tell two things apart. */
const mostDiffering = 8;
const mostEqual = 5;
const longestEqual = 30;

type Row = z.output<typeof rowSchema>;

function summedUp(rows: readonly Row[]): { readonly differing: Row[]; readonly equal: Row[] } {
  const missing = ({ values }: Row) => values.filter((value) => value === null).length;
  const differing = rows.filter(({ same }) => !same).toSorted((one, other) => missing(one) - missing(other));
  const equal = rows.filter(({ same, values: [value = ''] }) => same && (value ?? '').length <= longestEqual);
  return { differing: differing.slice(0, mostDiffering), equal: equal.slice(0, mostEqual) };
}
