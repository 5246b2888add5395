import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from '../catalog/search-text.ts';
import { defineAction } from './action.ts';
import { numberOr } from './schemas.ts';

/** How many values of the facet are looked at side by side: the index answers each in about a millisecond. */
const batch = 12;

export const catalogCategories = defineAction({
  name: 'catalog.categories',
  about: 'The shop’s categories with the number of products in each, largest first; with `within`, those inside one.',
  input: z.object({
    within: z.string().max(500).nullish().describe('A category; the top ones when absent.'),
    limit: numberOr(10, { from: 1, to: 50 }),
  }),
  output: z.object({
    categories: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
    within: z.string().nullable(),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ within, limit }, { catalog }) {
    const parent = within ?? null;
    const filter = parent === null ? {} : { category: [parent] };
    const { category: counts = {} } = await catalog.facets({ text: '', filter });
    const values = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const categories: { id: string; label: string; count: number }[] = [];
    for (let at = 0; at < values.length && categories.length < limit; at += batch) {
      const some = values.slice(at, at + batch);
      const inside = await Promise.all(some.map(([value]) => isDirectlyIn(catalog, value, parent)));
      some.forEach(([id, count], index) => {
        if (inside[index]) categories.push({ id, label: capitalised(id), count });
      });
    }
    return { categories: categories.slice(0, limit), within: parent };
  },
});

/** A facet does not tell a category's level; some of its products do. */
async function isDirectlyIn(catalog: Catalog, value: string, parent: string | null): Promise<boolean> {
  const { products } = await catalog.search({ text: '', filter: { category: [value] }, limit: 3 });
  return products.some(({ category }) => {
    const path = category.map(foldText);
    const level = path.indexOf(foldText(value));
    return parent === null ? level === 0 : level > 0 && path[level - 1] === foldText(parent);
  });
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
