import { formatMoney } from '../../../../src/catalog/format-money.ts';
import type { Money } from '../../../../src/catalog/money.ts';
import type { ReceiptLine, ReceiptTotal } from '../../../../src/channel/message.ts';
import { columnsOfRow, type Line, plain, type Row, words, wrapped } from './line.ts';

/** Columns of a page of sums; wider, the eye loses the line. */
const widest = 44;

export interface SumRoom {
  readonly width: number;
  readonly locale: string;
}

export function lineRows(lines: readonly ReceiptLine[], room: SumRoom): readonly Line[] {
  return lines.flatMap(({ quantity, title, total }) => sumRows(words(`${quantity} × ${title}`), total, room));
}

/** The last is what is paid. */
export function totalRows(totals: readonly ReceiptTotal[], room: SumRoom): readonly Line[] {
  return totals.flatMap(({ label, amount }, index) =>
    sumRows(words(label, { bold: index === totals.length - 1 }), amount, room),
  );
}

/** Of lines in one currency. */
export function sumOf(lines: readonly ReceiptLine[]): Money | null {
  const [first] = lines;
  if (first === undefined) return null;
  return { amount: lines.reduce((sum, { total }) => sum + total.amount, 0), currency: first.total.currency };
}

/** The amount at the right edge; on a line of its own where there is no room beside the words. */
function sumRows(what: Row[number], amount: Money, { width, locale }: SumRoom): readonly Line[] {
  const room = Math.min(width, widest);
  const money: Row = [words(formatMoney(amount, locale), what.bold ? { bold: true } : {})];
  const rows = wrapped([what], room);
  const last = rows.at(-1) ?? [];
  const free = room - columnsOfRow(last) - columnsOfRow(money);
  if (free >= 2) return plain([...rows.slice(0, -1), [...last, { text: ' '.repeat(free) }, ...money]]);
  return plain([...rows, ...wrapped(money, room)]);
}
