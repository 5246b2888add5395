import type { LengthUnit } from './capabilities.ts';
import { type Inline, plainText, type RichText } from './rich-text.ts';
import { lengthOf, lengthOfString, styleCost } from './text-length.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
export const ellipsis = '…';

/** The word, or its beginning with an ellipsis: at most `max` UTF-16 units, no character cut in two. `max` is at least 1. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = graphemeBorder(text, max - 1);
  return `${text.slice(0, end).trimEnd()}${ellipsis}`;
}

/** The text, or its beginning with an ellipsis: at most `max` in the unit. */
export function truncate(text: RichText, max: number, unit: LengthUnit): RichText {
  if (lengthOf(text, unit) <= max) return text;
  const room = max - lengthOfString(ellipsis, unit);
  const end = graphemeBorder(words(text), reach(text, room, unit));
  return [...slice(text, 0, end), ellipsis];
}

/**
 * The text in pieces of at most `max` in the unit, cut between paragraphs, else lines, else sentences, else words, else
 * characters. Links stay whole. Nothing is lost but the white space at a cut. `max` is at least 64.
 */
export function split(text: RichText, max: number, unit: LengthUnit): readonly RichText[] {
  const pieces: RichText[] = [];
  let rest = trimStart(text);
  while (lengthOf(rest, unit) > max) {
    const room = reach(rest, max, unit);
    // An address longer than a message cannot stay a link: its letters go on as words.
    const [first, ...others] = rest.filter((inline) => inline !== '');
    if (room === 0 && typeof first === 'object') rest = [plainText([first]), ...others];
    else {
      const whole = words(rest);
      const end = border(rest.map(withClosedLinks).join(''), Math.max(room, firstCharacter(whole)));
      pieces.push(slice(rest, 0, end));
      rest = trimStart(slice(rest, end, Number.POSITIVE_INFINITY));
    }
  }
  if (rest.length > 0) pieces.push(rest);
  return pieces;
}

function firstCharacter(text: string): number {
  return (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
}

function trimStart(text: RichText): RichText {
  const whole = words(text);
  const start = whole.length - whole.trimStart().length;
  return start === 0 ? text : slice(text, start, Number.POSITIVE_INFINITY);
}

/** The letters that can be cut: an address cannot. */
function words(text: RichText): string {
  return text.map(wordsOf).join('');
}

/** A link is not cut: half its words under the whole address would be told twice. */
function withClosedLinks(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return inline.bold.map(withClosedLinks).join('');
  if ('italic' in inline) return inline.italic.map(withClosedLinks).join('');
  return 'code' in inline ? inline.code : 'x'.repeat(wordsOf(inline).length);
}

function wordsOf(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return words(inline.bold);
  if ('italic' in inline) return words(inline.italic);
  if ('code' in inline) return inline.code;
  return words(inline.text);
}

function slice(text: RichText, from: number, to: number): RichText {
  const kept: Inline[] = [];
  let at = 0;
  for (const inline of text) {
    const length = wordsOf(inline).length;
    if (at < to && at + length > from) kept.push(sliceOf(inline, Math.max(0, from - at), Math.min(length, to - at)));
    else if (length === 0 && at >= from && at < to) kept.push(inline);
    at += length;
  }
  return kept;
}

function sliceOf(inline: Inline, from: number, to: number): Inline {
  if (typeof inline === 'string') return inline.slice(from, to);
  if ('bold' in inline) return { bold: slice(inline.bold, from, to) };
  if ('italic' in inline) return { italic: slice(inline.italic, from, to) };
  if ('code' in inline) return { code: inline.code.slice(from, to) };
  return { link: inline.link, text: slice(inline.text, from, to) };
}

/** How many of the text's letters fit, markup counted. */
function reach(text: RichText, max: number, unit: LengthUnit): number {
  let room = max;
  let at = 0;
  for (const inline of text) {
    const length = lengthOf([inline], unit);
    if (length > room) return at + reachInto(inline, room, unit);
    room -= length;
    at += wordsOf(inline).length;
  }
  return at;
}

function reachInto(inline: Inline, room: number, unit: LengthUnit): number {
  if (typeof inline === 'string') return reachIntoString(inline, room, unit);
  if ('bold' in inline) return reach(inline.bold, room - styleCost, unit);
  if ('italic' in inline) return reach(inline.italic, room - styleCost, unit);
  if ('code' in inline) return reachIntoString(inline.code, room - styleCost, unit);
  return 0;
}

function reachIntoString(text: string, room: number, unit: LengthUnit): number {
  if (room <= 0) return 0;
  if (unit === 'utf16') return Math.min(text.length, room - (isInsidePair(text, room) ? 1 : 0));
  let at = 0;
  let left = room;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    at += character.length;
  }
  return at;
}

function isInsidePair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** The best place to cut at or before `room`; a border in the first third would leave pieces too short to read. */
function border(text: string, room: number): number {
  const window = text.slice(0, room + 1);
  const third = room / 3;
  const found =
    [window.lastIndexOf('\n\n', room), window.lastIndexOf('\n', room), sentenceEnd(window)].find((at) => at > third) ??
    lastSpace(window);
  return found > 0 ? found : graphemeBorder(text, room) || codePointBorder(text, room);
}

function sentenceEnd(window: string): number {
  return Math.max(...['. ', '! ', '? ', '… '].map((end) => window.lastIndexOf(end) + 1), ...cjkEnds(window));
}

function cjkEnds(window: string): readonly number[] {
  return ['。', '！', '？'].map((end) => window.lastIndexOf(end, window.length - 2) + 1);
}

function lastSpace(window: string): number {
  return Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'), window.lastIndexOf('\t'));
}

/** The nearest border between characters as people see them at or before `at`. */
export function graphemeBorder(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return at <= 0 ? 0 : (graphemes.segment(text).containing(at)?.index ?? 0);
}

/** For a character longer than a message, which no platform forbids. */
function codePointBorder(text: string, at: number): number {
  return isInsidePair(text, at) ? at - 1 : at;
}
