import { createColors } from 'picocolors';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import type { RichText } from '../../../src/channel/rich-text.ts';
import { paint } from './paint.ts';
import { type Span, spansByLine } from './spans.ts';
import { wrapSpans } from './wrap.ts';

export interface DrawOptions {
  /** Columns of the window. */
  readonly width: number;
  readonly coloured: boolean;
}

const margin = '  ';

/** Wider lines are hard to read, and narrower ones hold no word. */
export function readableWidth({ width }: DrawOptions): number {
  return Math.max(22, Math.min(width, 96));
}

/** A part as lines for a terminal, the last one with its line break. */
export function drawPart(part: RenderedPart, options: DrawOptions): string {
  switch (part.type) {
    case 'text':
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
    case 'receipt':
      return drawText(part.text, options);
    case 'buttons':
    case 'list':
      return drawText([...part.text, ...part.choices.map(({ label }) => `\n• ${label}`)], options);
    case 'cards':
      return drawText([...part.text, ...part.cards.map(({ title }) => `\n• ${title}`)], options);
    case 'image':
      return drawText([...part.caption, `\n${part.alt}: ${part.url}`], options);
  }
}

export function drawText(text: RichText, options: DrawOptions): string {
  const width = readableWidth(options) - margin.length;
  const lines = spansByLine(text).flatMap((spans) => drawLine(spans, { ...options, width }));
  return `${lines.map((line) => (line === '' ? '' : margin + line)).join('\n')}\n`;
}

function drawLine(spans: readonly Span[], options: DrawOptions): readonly string[] {
  const [first, ...rest] = spans;
  const mark = first === undefined ? null : /^(?:\d{1,3}\.|•) /u.exec(first.text);
  if (first === undefined || mark === null) return drawSpans(spans, options, '');
  const indent = ' '.repeat(Math.max(3, mark[0].length));
  const head = { ...first, text: first.text.slice(mark[0].length) };
  const inner = { ...options, width: options.width - indent.length };
  const lines = itemLines(head.text === '' ? rest : [head, ...rest]).flatMap((line) => drawSpans(line, inner, indent));
  const number = createColors(options.coloured).cyan(mark[0].trim().padEnd(indent.length));
  return lines.map((line, index) => (index === 0 ? number + line.slice(indent.length) : line));
}

/** A product's title has a line of its own; price and stock stand below it. */
function itemLines(spans: readonly Span[]): readonly (readonly Span[])[] {
  const [title, facts, ...rest] = spans;
  if (!title?.bold || facts === undefined || !facts.text.startsWith(' — ')) return [spans];
  return [[title], [{ ...facts, text: facts.text.slice(3) }, ...rest].flatMap(withFormerPrice)];
}

/** `(was $30.00)` is struck through. */
function withFormerPrice(span: Span): readonly Span[] {
  const was = /^(.*?)\(was ([^()]+)\)(.*)$/su.exec(span.text);
  if (was === null) return [span];
  const [, before = '', price = '', after = ''] = was;
  return [
    { ...span, text: before },
    { ...span, text: price, struck: true },
    { ...span, text: after },
  ];
}

function drawSpans(spans: readonly Span[], { width, coloured }: DrawOptions, indent: string): readonly string[] {
  return wrapSpans(spans, width).map((line) => indent + line.map((span) => paint(span, coloured)).join(''));
}
