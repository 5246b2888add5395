import type { Choice } from '../../../../src/channel/message.ts';
import { columnsOfRow, dim, type Line, padded, type Row, words, wrapped } from './line.ts';

/** A choice and what can be typed to press it. */
export interface Pressable {
  readonly key: string;
  readonly choice: Choice;
}

/** Below each other, each as wide as the widest. */
export function stackedButtons(pressables: readonly Pressable[], width: number): readonly Line[] {
  const labels = pressables.map(({ choice }) => labelRows(choice.label, width));
  const widest = Math.max(0, ...labels.flat().map(columnsOfRow));
  return pressables.flatMap(({ key }, index) => buttonLines(labels[index] ?? [], { key, width: widest }));
}

/** Something to press that is no choice: it asks for what only the shopper's own device has. */
export function requestButton(label: string, width: number): readonly Line[] {
  return labelRows(label, width).map((row) => ({ row: bracketed(row) }));
}

/** Side by side as long as there is room; the key stands before its button. */
export function buttonsInRows(pressables: readonly Pressable[], width: number): readonly Line[] {
  const rows: Row[] = [];
  for (const { key, choice } of pressables) {
    for (const cell of cellsOf(key, choice.label, width)) {
      const last = rows.at(-1);
      if (last !== undefined && columnsOfRow(last) + 2 + columnsOfRow(cell) <= width)
        rows[rows.length - 1] = [...last, { text: '  ' }, ...cell];
      else rows.push(cell);
    }
  }
  return rows.map((row) => ({ row }));
}

function cellsOf(key: string, label: string, width: number): readonly Row[] {
  const rows = labelRows(label, width - key.length - 1);
  const before = (index: number) =>
    index === 0 ? { text: `${key} `, key: true } : { text: ' '.repeat(key.length + 1) };
  return rows.map((row, index) => [before(index), ...bracketed(row)]);
}

function labelRows(label: string, width: number): readonly Row[] {
  return wrapped([words(label, { bold: true })], Math.max(1, width - 4));
}

function buttonLines(rows: readonly Row[], { key, width }: { readonly key: string; readonly width: number }): Line[] {
  return rows.map((row, index) => ({ row: bracketed(centred(row, width)), ...(index === 0 ? { key } : {}) }));
}

function centred(row: Row, width: number): Row {
  const left = Math.floor(Math.max(0, width - columnsOfRow(row)) / 2);
  return padded([{ text: ' '.repeat(left) }, ...row], width);
}

function bracketed(row: Row): Row {
  return [dim('[ '), ...row, dim(' ]')];
}

/** Rows of a menu, what they say of themselves below their label. */
export function menuRows(pressables: readonly Pressable[], width: number): readonly Line[] {
  return pressables.flatMap(({ key, choice }) => {
    const label = wrapped([words(choice.label, { bold: true })], Math.max(1, width - 2));
    const about =
      choice.description === undefined ? [] : wrapped([words(choice.description, { dim: true })], width - 2);
    return [
      ...label.map((row, index) =>
        index === 0 ? { key, row: [dim('○ '), ...row] } : { row: [{ text: '  ' }, ...row] },
      ),
      ...about.map((row) => ({ row: [{ text: '  ' }, ...row] })),
    ];
  });
}
