import type { MoodSum } from '../insight/mood-sum.ts';
import { type MoodGroup, type MoodRow, sumMoods } from '../insight/moods.ts';
import type { StoreReader } from '../storage/store.ts';

export interface MoodsWanted {
  readonly days: number;
  readonly by: MoodGroup;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

const dayMs = 86_400_000;

function rowsOf(store: StoreReader, { days, now, by, timeZone }: MoodsWanted): Promise<readonly MoodRow[]> {
  return sumMoods(store, { since: now - days * dayMs, until: now + 1, by, timeZone });
}

/** A JSON object a line: `key`, `messages` and `reviews` (`n`, `mean`, `bad`), `trend`. */
export async function moodLines(store: StoreReader, wanted: MoodsWanted): Promise<string> {
  const rows = await rowsOf(store, wanted);
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

const heads: Readonly<Record<MoodGroup, string>> = { flow: 'topic', product: 'product', day: 'day' };

export async function moodTable(store: StoreReader, wanted: MoodsWanted): Promise<string> {
  const rows = await rowsOf(store, wanted);
  if (rows.length === 0)
    return `Nobody has written anything that sounds good or bad in the last ${wanted.days} days.\n`;
  const names = wanted.by === 'product' ? await titlesOf(store, rows) : new Map<string, string>();
  const withReviews = rows.some(({ reviews }) => reviews !== null);
  const head = [
    heads[wanted.by],
    'messages',
    'mean',
    'bad',
    'trend',
    ...(withReviews ? ['reviews', 'mean', 'bad'] : []),
  ];
  const lines = rows.map((row) => cellsOf(row, names.get(row.key ?? ''), withReviews));
  return `${aligned([head, ...lines])}\nFrom −1 (bad) to 1 (good). Trend: the second half of these ${wanted.days} days beside the first.\n`;
}

async function titlesOf(store: StoreReader, rows: readonly MoodRow[]): Promise<ReadonlyMap<string, string>> {
  const products = await store.getMany(
    'product',
    rows.flatMap(({ key }) => key ?? []),
  );
  return new Map(products.map(({ id, body }) => [id, typeof body['title'] === 'string' ? body['title'] : id]));
}

function cellsOf({ key, messages, trend, reviews }: MoodRow, title: string | undefined, withReviews: boolean) {
  const name = [...(title ?? key ?? '(none)')].slice(0, 40).join('');
  return [name, ...sumCells(messages), trend === null ? '' : signed(trend), ...(withReviews ? sumCells(reviews) : [])];
}

function sumCells(sum: MoodSum | null): readonly string[] {
  return sum === null ? ['0', '', ''] : [String(sum.n), signed(sum.mean), `${Math.round(sum.bad * 100)}%`];
}

function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(2)}`;
}

/** Names to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
