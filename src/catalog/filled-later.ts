import type { ProductIndex } from './product-index.ts';

/** A shop opens its door before its shelves are in order: the first reply seldom needs a search. */
const beginsAfterMs = 50;

/**
 * An index that is filled by itself a moment from now, or when it is first asked; who asks meanwhile waits. A failed filling is
 * thrown at whoever asks, and tried again by the next.
 */
export function filledLater(index: ProductIndex, fill: () => Promise<void>): ProductIndex {
  let filling: Promise<void> | null = null;
  const filled = (): Promise<void> => {
    filling ??= fill().catch((error: unknown) => {
      filling = null;
      throw error;
    });
    return filling;
  };
  const timer = setTimeout(() => void filled().catch(() => undefined), beginsAfterMs);
  return {
    search: (query) => filled().then(() => index.search(query)),
    facets: (query) => filled().then(() => index.facets(query)),
    put: (products) => filled().then(() => index.put(products)),
    remove: (ids) => filled().then(() => index.remove(ids)),
    rebuild: (refill) => index.rebuild(refill),
    needsFilling: () => index.needsFilling(),
    useSynonyms: (synonyms) => index.useSynonyms(synonyms),
    async close() {
      clearTimeout(timer);
      await filling?.catch(() => undefined);
      await index.close();
    },
  };
}
