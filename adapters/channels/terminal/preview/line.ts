import { paint } from '../paint.ts';
import { harmless, type Span } from '../spans.ts';
import { columnsOf, wrapSpans } from '../wrap.ts';

export type Row = readonly Span[];

/** A row on the screen, and what can be typed to press what stands in it. */
export interface Line {
  readonly row: Row;
  readonly key?: string;
}

/** Columns left of everything, where the keys stand. */
export const keyColumns = 5;

export function columnsOfRow(row: Row): number {
  return row.reduce((columns, { text }) => columns + columnsOf(text), 0);
}

/** Words that came from outside, on one line. */
export function words(text: string, style: Omit<Span, 'text'> = {}): Span {
  return { ...style, text: harmless(text).replace(/\s+/gu, ' ').trim() };
}

export function dim(text: string): Span {
  return { text, dim: true };
}

export function wrapped(row: Row, width: number): readonly Row[] {
  return wrapSpans(row, width);
}

export function plain(rows: readonly Row[]): readonly Line[] {
  return rows.map((row) => ({ row }));
}

/** The row with space after it. */
export function padded(row: Row, width: number): Row {
  return [...row, { text: ' '.repeat(Math.max(0, width - columnsOfRow(row))) }];
}

export function drawLines(lines: readonly Line[], coloured: boolean): string {
  return lines.map((line) => `${drawLine(line, coloured)}\n`).join('');
}

function drawLine({ row, key = '' }: Line, coloured: boolean): string {
  const margin = paint({ text: key.padStart(keyColumns - 1), key: true }, coloured && key !== '');
  return `${margin} ${row.map((span) => paint(span, coloured)).join('')}`.trimEnd();
}
