import colours from 'picocolors';
import { type ModelUse, modelUseOf, nothingUsed, plus } from '../assistant/guards/model-use.ts';
import { dayAt } from '../commerce/rules/days.ts';
import type { Store } from '../storage/store.ts';
import { costWords, tokenWords } from './model-cost-words.ts';

export interface CostQuestion {
  readonly days: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  /** What prices are in now; what was counted under another one is not told apart. */
  readonly currency: string;
}

const dayMs = 86_400_000;

export async function costByDay(
  store: Pick<Store, 'getMany'>,
  { days, now, timeZone, currency }: CostQuestion,
): Promise<string> {
  const wanted = daysBefore(dayAt(timeZone, now), days);
  const found = await store.getMany('model-use', wanted);
  if (found.length === 0) return `The language model has not been used in ${days} day${days === 1 ? '' : 's'}.\n`;
  const rows = found.map((stored) => ({ day: stored.id, use: modelUseOf(stored) }));
  const total = rows.reduce((sum, { use }) => plus(sum, use), nothingUsed);
  const lines = rows.map(({ day, use }) => line(day, use, currency));
  return `${lines.join('')}${colours.bold(line('together', total, currency).trimEnd())}\n`;
}

/** `2026-12-01` and the days before it, the newest first; days of the calendar, whatever the clocks do in between. */
function daysBefore(today: string, days: number): readonly string[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: days }, (_, back) => new Date(start - back * dayMs).toISOString().slice(0, 10));
}

function line(title: string, use: ModelUse, currency: string): string {
  const { calls, micros, unpriced } = use;
  const some = calls > unpriced || calls === 0;
  const cost = some ? costWords({ micros, currency }) : 'no price set';
  const rest = some && unpriced > 0 ? ` and ${unpriced} call${unpriced === 1 ? '' : 's'} without a price` : '';
  const counted = `${calls} call${calls === 1 ? '' : 's'}`;
  return `${title.padEnd(10)}  ${counted.padStart(12)}  ${tokenWords(use)}  ${cost}${rest}\n`;
}
