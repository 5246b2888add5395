import { recordWrite } from '../src/runtime/message-record.ts';
import type { Store } from '../src/storage/store.ts';
import { type Measured, type OpenSubject, underLoad } from './durable/load.ts';
import { idOf, parleySubject } from './durable/parley-subject.ts';
import { type Bed, openMongoBed, openSqliteBed } from './durable/stores.ts';
import { interleaved, spreadOf } from './measure.ts';
import type { BenchSettings, Piece, Row, Table } from './piece.ts';
import { loadShoppingBook } from './shopping/book.ts';
import { sayingOf } from './shopping/talk.ts';

const conversations = 50;

export const flat: Piece = {
  name: 'flat',
  about: 'what a turn costs when the same conversations have already left many messages behind',
  async run(settings) {
    const skipped: string[] = [];
    for (const openBed of [openSqliteBed, openMongoBed]) {
      const bed = await openBed();
      if (!bed) skipped.push('turns after many messages on MongoDB: the server is not to be had here');
      else settings.show(await measureBed(bed, settings).finally(bed.close));
    }
    return skipped;
  },
};

async function measureBed(bed: Bed, { quick, say }: BenchSettings): Promise<Table> {
  const book = loadShoppingBook();
  const subjects: [string, OpenSubject][] = [];
  for (const stored of quick ? [0, 2_000] : [0, 10_000, 100_000]) {
    say(`flat: ${bed.name}, ${stored} messages`);
    const name = `flat${stored}`;
    await fill(await bed.openStore(name), stored);
    subjects.push([String(stored), parleySubject({ book, open: () => bed.openStore(name), idempotent: true })]);
  }
  const turnsEach = quick ? 12 : bed.name === 'MongoDB' ? 60 : 120;
  const measure = ([stored, open]: [string, OpenSubject]) =>
    [stored, () => underLoad(open, { conversations, turnsEach })] as const;
  const measured = await interleaved(Object.fromEntries(subjects.map(measure)), quick ? 1 : 5);
  return { title: `A turn after many messages: ${bed.name}, ${conversations} conversations`, rows: rowsOf(measured) };
}

/** Of the very conversations that go on talking: the harshest case. */
async function fill(store: Store, messages: number): Promise<void> {
  const atOnce = 500;
  for (let from = 0; from < messages; from += atOnce) {
    const count = Math.min(atOnce, messages - from);
    await store.commit(Array.from({ length: count }, (_, index) => oldMessage(from + index)));
  }
  await store.close();
}

function oldMessage(number: number) {
  const turn = Math.floor(number / conversations) + 1;
  const content = { type: 'text', text: sayingOf(turn).says } as const;
  const record = { conversation: idOf(number % conversations), turn, at: 1_790_000_000_000 + number, outbound: answer };
  return recordWrite({ ...record, entry: { id: `old-${turn}`, at: record.at, content } }, 0);
}

const label = 'Something that may be picked';
const choices = Array.from({ length: 4 }, (_, index) => ({ id: `7:choice-${index}`, label: `${label} ${index}` }));
const answer = [{ type: 'choices', text: ['About as much as the shop says in a turn. Which one?'], choices }] as const;

function rowsOf(measured: Readonly<Record<string, readonly Measured[]>>): readonly Row[] {
  const first = measured['0'] ?? [];
  return Object.entries(measured).map(([stored, all]) => {
    const cpu = all.map((one) => (one.cpuMs / one.turns) * 1_000);
    const { median, lowest, highest } = spreadOf(cpu);
    const p50 = spreadOf(all.map((one) => one.p50)).median;
    const more = spreadOf(
      cpu.map((cost, round) => (cost * (first[round]?.turns ?? 0)) / ((first[round]?.cpuMs ?? 0) * 1_000)),
    );
    return {
      'messages stored': Number(stored),
      'CPU µs/turn': median,
      lowest,
      highest,
      '× empty': more.median,
      'p50 ms': p50,
    };
  });
}
