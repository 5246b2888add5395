import type { Figure } from '../piece.ts';

const rounds = 12;
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

/**
 * Each query bare and ranked, one right after the other and in turn which of them first, so that what else the machine does falls on both; the
 * first round is for warming up. The clock, and the processor time of this process beside it: a server's own is only in the clock.
 */
export async function timesOf({ texts, embedded, meilisearch }: Timed): Promise<readonly Figure[]> {
  const served: Taken[] = [];
  const inside: Taken[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, text] of texts.entries()) {
      const bareFirst = (round + at) % 2 === 0;
      const pairs = [await takenBy(text, meilisearch, bareFirst), await takenBy(text, embedded, bareFirst)] as const;
      if (round === 0) continue;
      served.push(pairs[0]);
      inside.push(pairs[1]);
    }
  }
  const note = `${rounds} rounds of ${texts.length} queries`;
  return [...figuresOf('Meilisearch', served, note), ...figuresOf('embedded', inside, note)];
}

interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
}

interface Taken {
  readonly bare: Cost;
  readonly ranked: Cost;
}

async function takenBy(text: string, { bare, ranked }: Pair, bareFirst: boolean): Promise<Taken> {
  if (bareFirst) return { bare: await costOf(text, bare), ranked: await costOf(text, ranked) };
  const second = await costOf(text, ranked);
  return { bare: await costOf(text, bare), ranked: second };
}

async function costOf(text: string, ask: Ask): Promise<Cost> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await ask(text);
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1_000 };
}

function figuresOf(name: string, taken: readonly Taken[], queries: string): readonly Figure[] {
  const ratios = taken.map(({ bare, ranked }) => ranked.ms / bare.ms).sort((one, other) => one - other);
  const spread = `a quarter below ${quantile(ratios, 0.25).toFixed(2)}, a quarter above ${quantile(ratios, 0.75).toFixed(2)}`;
  const sum = (pick: (one: Taken) => number) => taken.reduce((total, one) => total + pick(one), 0);
  const cpu = sum(({ ranked }) => ranked.cpuMs) / sum(({ bare }) => bare.cpuMs);
  const bare = taken.map((one) => one.bare.ms).sort((one, other) => one - other);
  return [
    { name: `${name}: the bare query`, value: quantile(bare, 0.5), unit: 'ms', note: 'no order of ours; median' },
    {
      name: `${name}: time over the bare query`,
      value: quantile(ratios, 0.5),
      unit: 'share',
      aim: atMost,
      note: `median of paired ratios, ${queries} (${spread})`,
    },
    {
      name: `${name}: processor time over the bare query`,
      value: cpu,
      unit: 'share',
      note: 'of this process, all queries together',
    },
  ];
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}
