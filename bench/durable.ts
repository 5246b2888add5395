import { botSubject } from './durable/bot-subject.ts';
import { type Measured, type OpenSubject, underLoad } from './durable/load.ts';
import { parleySubject } from './durable/parley-subject.ts';
import type { RawWrites } from './durable/raw-writes.ts';
import { type Bed, openMongoBed, openSqliteBed } from './durable/stores.ts';
import { interleaved, spreadOf } from './measure.ts';
import type { BenchSettings, Piece, Row, Table } from './piece.ts';
import { loadShoppingBook } from './shopping/book.ts';

export const durable: Piece = {
  name: 'durable',
  about: 'whole turns with everything on disk before the reply, beside one raw write and a bot written by hand',
  async run(settings) {
    const skipped: string[] = [];
    for (const openBed of [openSqliteBed, openMongoBed]) {
      const bed = await openBed();
      if (!bed) skipped.push('durable turns on MongoDB: the server is not to be had here');
      else await measureBed(bed, settings).finally(bed.close);
    }
    return skipped;
  },
};

const stateBot = 'bot by hand, its state alone';
const messageBot = 'bot by hand that keeps every message';

async function measureBed(bed: Bed, settings: BenchSettings): Promise<void> {
  for (const conversations of settings.quick ? [50] : [1, 50, 500]) {
    settings.say(`durable: ${bed.name}, ${conversations} conversations`);
    settings.show(await measureCrowd(bed, conversations, settings));
  }
}

async function measureCrowd(bed: Bed, conversations: number, settings: BenchSettings): Promise<Table> {
  const book = loadShoppingBook();
  const subjects: Readonly<Record<string, OpenSubject>> = {
    [stateBot]: botSubject({ open: bed.openBotStore, keepsMessages: false }),
    [messageBot]: botSubject({ open: bed.openBotStore, keepsMessages: true }),
    Parley: parleySubject({ book, open: bed.openStore, idempotent: true }),
    'Parley, every delivery written down': parleySubject({ book, open: bed.openStore, idempotent: false }),
  };
  const { turnsEach, rounds, writes } = sizeOf(bed, conversations, settings.quick);
  const turns = Object.entries(subjects).map(
    ([name, open]) => [name, () => underLoad(open, { conversations, turnsEach })] as const,
  );
  const writers = Math.min(conversations, 50);
  const measured = await interleaved<Measured | RawWrites>(
    { [`raw writes, ${writers} at once`]: () => bed.rawWrites({ writes, writers }), ...Object.fromEntries(turns) },
    rounds,
  );
  return { title: `Durable turns: ${bed.name}, ${conversations} conversations`, rows: rowsOf(measured) };
}

/** Enough turns for some tenths of a second of each subject in each round. */
function sizeOf(bed: Bed, conversations: number, quick: boolean) {
  const isSlow = bed.name === 'MongoDB';
  const turns = isSlow ? (conversations === 1 ? 360 : 3_000) : 9_600;
  const all = quick ? Math.min(1_200, turns) : turns;
  return {
    turnsEach: Math.ceil(all / conversations / 12) * 12,
    rounds: quick ? 1 : conversations === 50 ? 5 : 3,
    writes: isSlow ? all / 4 : all,
  };
}

function rowsOf(measured: Readonly<Record<string, readonly (Measured | RawWrites)[]>>): readonly Row[] {
  return Object.entries(measured).map(([subject, all]) => {
    const perCpu = all.map(perCpuSecond);
    const perSecond = spreadOf(all.map((one) => (countOf(one) / one.wallMs) * 1_000)).median;
    const { median, lowest, highest } = spreadOf(perCpu);
    const row = { subject, '/s': perSecond, '/CPU s': median, lowest, highest };
    return {
      ...row,
      ...shareOf(perCpu, '× state', measured[stateBot]),
      ...shareOf(perCpu, '× messages', measured[messageBot]),
      ...latencies(all),
    };
  });
}

/** How much of a reference's turns a CPU second gives, round against round. */
function shareOf(perCpu: readonly number[], column: string, reference: readonly (Measured | RawWrites)[] = []): Row {
  const shares = reference.map((one, round) => (perCpu[round] ?? Number.NaN) / perCpuSecond(one));
  return { [column]: spreadOf(shares).median };
}

function latencies(all: readonly (Measured | RawWrites)[]): Row {
  const turns = all.filter((one) => 'p50' in one);
  const middle = (key: 'p50' | 'p95' | 'p99') => spreadOf(turns.map((one) => one[key])).median;
  return turns.length === 0 ? {} : { 'p50 ms': middle('p50'), 'p95 ms': middle('p95'), 'p99 ms': middle('p99') };
}

function perCpuSecond(one: Measured | RawWrites): number {
  return (countOf(one) / one.cpuMs) * 1_000;
}

function countOf(one: Measured | RawWrites): number {
  return 'turns' in one ? one.turns : one.writes;
}
