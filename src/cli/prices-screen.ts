import pc from 'picocolors';
import { formatMoney } from '../catalog/format-money.ts';
import type { Money } from '../catalog/money.ts';

/** A price that moved, or would. */
export interface PriceRow {
  readonly sku: string;
  readonly title: string;
  readonly from: Money;
  readonly to: Money;
  readonly rule: string | null;
  readonly reason: string;
  /** Epoch milliseconds; `null`: it has not happened. */
  readonly at: number | null;
}

export interface Screen {
  readonly locale: string;
  readonly timeZone: string;
  readonly coloured: boolean;
}

/** A line each: SKU, title, from → to, how much that is, when, by which rule and why. */
export function priceTable(rows: readonly PriceRow[], screen: Screen): string {
  const colours = pc.createColors(screen.coloured);
  const cells = rows.map((row) => cellsOf(row, screen));
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((line) => (line[column] ?? '').length)));
  const lines = cells.map((line, index) => {
    const [sku = '', title = '', ...rest] = line.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `${colours.bold(sku)}  ${title}  ${rest.join('  ')}  ${colours.dim(whyOf(rows[index]))}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}

function cellsOf({ sku, title, from, to, at }: PriceRow, { locale, timeZone }: Screen): readonly string[] {
  const moved = `${formatMoney(from, locale)} → ${formatMoney(to, locale)}`;
  return [sku, shortened(title), moved, share(from, to), at === null ? '' : moment(at, timeZone)];
}

function whyOf(row: PriceRow | undefined): string {
  if (row === undefined) return '';
  return row.rule === null ? row.reason : `${row.rule}: ${row.reason}`;
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length <= 30 ? title : `${letters.slice(0, 29).join('')}…`;
}

function share({ amount: from }: Money, { amount: to }: Money): string {
  if (from === 0) return '';
  const percent = Math.round(((to - from) * 1_000) / from) / 10;
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(1)}%`;
}

/** `2026-11-22 12:00` by the shop's clock. */
function moment(at: number, timeZone: string): string {
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, ...clock }).format(at);
}
