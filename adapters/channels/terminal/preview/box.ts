import { columnsOf } from '../wrap.ts';
import { columnsOfRow, dim, type Line, padded } from './line.ts';

export interface BoxStyle {
  readonly corners: 'round' | 'square';
  /** Stands in the upper edge. */
  readonly title?: string;
}

const cornerSigns = {
  round: ['╭', '╮', '╰', '╯'],
  square: ['┌', '┐', '└', '┘'],
} as const;

/** Columns that the frame takes from the room inside. */
export const frameColumns = 4;

/** A frame as narrow as what is in it; sections have a line between them. */
export function box(sections: readonly (readonly Line[])[], { corners, title = '' }: BoxStyle): readonly Line[] {
  const filled = sections.filter((section) => section.length > 0);
  const width = Math.max(columnsOf(title) + 2, ...filled.flat().map(({ row }) => columnsOfRow(row)));
  const [topLeft, topRight, bottomLeft, bottomRight] = cornerSigns[corners];
  const edge = title === '' ? '─'.repeat(width + 2) : ` ${title} `.padEnd(width + 2, '─');
  const between: Line = { row: [dim(`├${'─'.repeat(width + 2)}┤`)] };
  return [
    { row: [dim(`${topLeft}${edge}${topRight}`)] },
    ...filled.flatMap((section, index) => [
      ...(index === 0 ? [] : [between]),
      ...section.map((line) => framed(line, width)),
    ]),
    { row: [dim(`${bottomLeft}${'─'.repeat(width + 2)}${bottomRight}`)] },
  ];
}

function framed(line: Line, width: number): Line {
  return { ...line, row: [dim('│ '), ...padded(line.row, width), dim(' │')] };
}
