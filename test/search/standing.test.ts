import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import type { Popularity } from '../../src/catalog/popularity.ts';
import type { ProductIndex } from '../../src/catalog/product-index.ts';
import { aProduct } from '../catalog/shelf.ts';
import { describeWith } from '../services/servers.ts';

type Open = (popularity: () => Promise<Popularity>) => Promise<ProductIndex>;

const mug = (id: string, stock: number | null, title = 'Blue Mug') => aProduct(id, { title, stock });

function standingDecides(open: Open): void {
  const filled = async () => {
    let known: Readonly<Record<string, number>> = { b: 5, c: 9, s: 99, far: 99 };
    const index = await open(async () => (product) => known[product] ?? 0);
    onTestFinished(() => index.close());
    const far = mug('far', 5, 'Tea Pot with a blue mug tree, a cosy, six spoons and a tray');
    await index.put([mug('s', 0), mug('a', 1), mug('b', null), mug('c', 1), far]);
    const learn = (now: Readonly<Record<string, number>>): void => {
      known = now;
    };
    return { index, learn };
  };

  it('equally relevant products: what there is first, then what does better; never before what fits better', async () => {
    const { index } = await filled();
    expect((await index.search({ text: 'blue mug' })).ids).toEqual(['c', 'b', 'a', 's', 'far']);
  });

  it('a list without words has what is sold out last', async () => {
    const { index } = await filled();
    expect((await index.search({ text: '' })).ids.at(-1)).toBe('s');
  });

  it('a product that is put again does as it does by then', async () => {
    const { index, learn } = await filled();
    learn({ a: 50 });
    await index.put([mug('a', 1), mug('b', null), mug('c', 0)]);
    expect((await index.search({ text: 'blue mug' })).ids).toEqual(['a', 'b', 's', 'c', 'far']);
  });
}

describe('in the embedded index', () => {
  standingDecides(async (popularity) => createEmbeddedIndex({ popularity }));
});

await describeWith('meilisearch', 'in Meilisearch', ({ url, apiKey }) => {
  standingDecides((popularity) =>
    createMeilisearchIndex({ url, popularity, indexUid: `standing-${randomUUID()}`, ...(apiKey && { apiKey }) }),
  );
});
