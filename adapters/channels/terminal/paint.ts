import { createColors } from 'picocolors';
import type { Span } from './spans.ts';

export function paint({ text, bold, italic, code, struck, dim, key }: Span, coloured: boolean): string {
  const colours = createColors(coloured);
  let painted = text;
  if (bold) painted = colours.bold(painted);
  if (italic) painted = colours.italic(painted);
  if (code) painted = colours.yellow(painted);
  if (key) painted = colours.cyan(painted);
  if (dim) painted = colours.dim(painted);
  if (struck) painted = coloured ? colours.dim(colours.strikethrough(painted)) : `(was ${painted})`;
  return painted;
}
