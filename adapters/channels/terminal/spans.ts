import type { Inline, RichText } from '../../../src/channel/rich-text.ts';

/** Words that look alike. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  readonly struck?: boolean;
  /** Beside what is said: frames, notes. */
  readonly dim?: boolean;
  /** What can be typed. */
  readonly key?: boolean;
}

/** The tree laid out flat, line by line. */
export function spansByLine(text: RichText): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  for (const span of text.flatMap((inline) => spansOf(inline, {}))) {
    const [first = '', ...others] = span.text.split('\n');
    lines.at(-1)?.push({ ...span, text: first });
    for (const other of others) lines.push([{ ...span, text: other }]);
  }
  return lines.map((line) => line.filter((span) => span.text !== ''));
}

function spansOf(inline: Inline, style: Omit<Span, 'text'>): readonly Span[] {
  if (typeof inline === 'string') return [{ ...style, text: harmless(inline) }];
  if ('bold' in inline) return inline.bold.flatMap((inner) => spansOf(inner, { ...style, bold: true }));
  if ('italic' in inline) return inline.italic.flatMap((inner) => spansOf(inner, { ...style, italic: true }));
  if ('code' in inline) return [{ ...style, code: true, text: harmless(inline.code) }];
  return [...inline.text.flatMap((inner) => spansOf(inner, style)), { ...style, text: ` (${harmless(inline.link)})` }];
}

/** A product's name must not be able to move the cursor or rename the window. */
export function harmless(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => (sign === '\n' ? sign : ''));
}
