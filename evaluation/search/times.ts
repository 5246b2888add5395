import type { BareSearch } from '../../bench/catalogue/bare-meilisearch.ts';
import type { ProductIndex } from '../../src/catalog/product-index.ts';
import type { Figure } from '../piece.ts';

const rounds = 15;
const atMost = { atMost: 1.5 } as const;

interface Timed {
  readonly texts: readonly string[];
  readonly embedded: ProductIndex;
  readonly meilisearch: ProductIndex;
  readonly bare: BareSearch;
}

/** In turn, round by round, so that what else the machine does falls on all alike; the first round is for warming up. */
export async function timesOf({ texts, embedded, meilisearch, bare }: Timed): Promise<readonly Figure[]> {
  const subjects = {
    bare: (text: string) => bare.search(text),
    meilisearch: (text: string) => meilisearch.search({ text }),
    embedded: (text: string) => embedded.search({ text }),
  };
  const ratios: { readonly meilisearch: number; readonly embedded: number; readonly bare: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [own, ranked, inside] = [
      await medianMs(texts, subjects.bare),
      await medianMs(texts, subjects.meilisearch),
      await medianMs(texts, subjects.embedded),
    ];
    if (round > 0) ratios.push({ bare: own, meilisearch: ranked / own, embedded: inside / own });
  }
  const middle = (of: (round: (typeof ratios)[number]) => number) => median(ratios.map(of));
  const note = `median of ${rounds} rounds of ${texts.length} queries in turn`;
  return [
    { name: 'Meilisearch: the bare query', value: middle(({ bare: own }) => own), unit: 'ms', note },
    {
      name: 'Meilisearch: time × the bare query',
      value: middle(({ meilisearch: ranked }) => ranked),
      unit: 'count',
      aim: atMost,
      note,
    },
    {
      name: 'embedded: time × Meilisearch’s bare query',
      value: middle(({ embedded: inside }) => inside),
      unit: 'count',
      aim: atMost,
      note,
    },
  ];
}

async function medianMs(texts: readonly string[], ask: (text: string) => Promise<unknown>): Promise<number> {
  const waited: number[] = [];
  for (const text of texts) {
    const from = performance.now();
    await ask(text);
    waited.push(performance.now() - from);
  }
  return median(waited);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
