import type { Figure } from '../piece.ts';

const rounds = 15;
const atMost = { atMost: 1.5 } as const;

interface Timed {
  readonly texts: readonly string[];
  readonly embedded: Pair;
  readonly meilisearch: Pair;
}

type Ask = (text: string) => Promise<unknown>;

interface Pair {
  readonly bare: Ask;
  readonly ranked: Ask;
}

/** In turn, round by round, so that what else the machine does falls on all alike; the first round is for warming up. */
export async function timesOf({ texts, embedded, meilisearch }: Timed): Promise<readonly Figure[]> {
  const taken = { Meilisearch: [] as Taken[], embedded: [] as Taken[] };
  for (let round = 0; round <= rounds; round += 1) {
    const served = await takenBy(texts, meilisearch);
    const inside = await takenBy(texts, embedded);
    if (round === 0) continue;
    taken.Meilisearch.push(served);
    taken.embedded.push(inside);
  }
  return Object.entries(taken).flatMap(([name, all]) => figuresOf(name, all, texts.length));
}

interface Taken {
  readonly bare: number;
  readonly ranked: number;
}

async function takenBy(texts: readonly string[], { bare, ranked }: Pair): Promise<Taken> {
  return { bare: await medianMs(texts, bare), ranked: await medianMs(texts, ranked) };
}

function figuresOf(name: string, taken: readonly Taken[], queries: number): readonly Figure[] {
  const ratios = taken.map(({ bare, ranked }) => ranked / bare).sort((one, other) => one - other);
  const [lowest = Number.NaN, highest = Number.NaN] = [ratios[0], ratios.at(-1)];
  const spread = `${lowest.toFixed(2)} to ${highest.toFixed(2)}`;
  const note = `median of ${rounds} rounds of ${queries} queries in turn (${spread})`;
  return [
    {
      name: `${name}: the bare query`,
      value: median(taken.map(({ bare }) => bare)),
      unit: 'ms',
      note: 'ten ids, no order of ours',
    },
    { name: `${name}: time over the bare query`, value: median(ratios), unit: 'share', aim: atMost, note },
  ];
}

async function medianMs(texts: readonly string[], ask: Ask): Promise<number> {
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
