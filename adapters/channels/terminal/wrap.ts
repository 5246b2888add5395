import type { Span } from './spans.ts';

/** Breaks a line between words so that it fits `width` columns; a word that is wider is broken where it must be. */
export function wrapSpans(spans: readonly Span[], width: number): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  let used = 0;
  for (const word of spans.flatMap((span) => wordsOf(span, width))) {
    const columns = columnsOf(word.text.trimEnd());
    if (used > 0 && used + columns > width) {
      lines.push([]);
      used = 0;
      if (word.text.trim() === '') continue;
    }
    lines.at(-1)?.push(word);
    used += columnsOf(word.text);
  }
  return lines.map(withoutTrailingSpace);
}

/** Words with the spaces after them. */
function wordsOf(span: Span, width: number): readonly Span[] {
  const words = span.text.match(/\S+\s*|\s+/gu) ?? [];
  return words.flatMap((word) => piecesOf(word, width)).map((text) => ({ ...span, text }));
}

function piecesOf(word: string, width: number): readonly string[] {
  if (columnsOf(word.trimEnd()) <= width) return [word];
  const pieces = [''];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1) ?? '';
    if (columnsOf(last + segment) > width) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}

function withoutTrailingSpace(line: readonly Span[]): readonly Span[] {
  const last = line.at(-1);
  return last ? [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }] : line;
}

const graphemes = new Intl.Segmenter();
const wide =
  /\p{Emoji_Presentation}|\ufe0f|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const unseen = /^[\p{Mn}\p{Cf}\p{Cc}]*$/u;

/** How many columns a terminal gives a text, near enough: emoji and East Asian signs take two, joiners and accents none. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += wide.test(segment) ? 2 : unseen.test(segment) ? 0 : 1;
  return columns;
}
