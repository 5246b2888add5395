import type { Inline, RichText } from './rich-text.ts';

/** All that markup is made of, beside the brackets of an address. */
const signs = /[\\*_`[\]\n]/g;
const hasSign = /[\\*_`[]/;

/**
 * Reads the light markup in which merchants write: `**bold**`, `*italic*` or `_italic_`, `` `code` ``, `[words](https://…)`, and a
 * backslash before a sign that means itself. Total: what is not balanced stays as it is written. Bare addresses stay text.
 * Takes time in proportion to the length.
 */
export function parseMarkup(source: string): RichText {
  if (source === '') return [];
  if (!hasSign.test(source)) return [source];
  const reading = newReading(source);
  signs.lastIndex = 0;
  for (let match = signs.exec(source); match !== null; match = signs.exec(source)) {
    addWords(reading, match.index);
    reading.at = match.index;
    readSign(reading);
    signs.lastIndex = reading.at;
  }
  addWords(reading, source.length);
  return merged(reading.out);
}

/** The text written so that `parseMarkup` gives it back as it is: for values put into templates. */
export function escapeMarkup(text: string): string {
  return /[\\*_`[\]]/.test(text) ? text.replace(/[\\*_`[\]]/g, '\\$&') : text;
}

type Pair = 'bold' | 'star' | 'underscore' | 'link';

interface Reading {
  readonly source: string;
  /** What has been read up to `at`. A sign that may open something lies here as itself until it is closed. */
  readonly out: Inline[];
  /** Where in `out` the opening sign of each pair lies. One of a kind at a time keeps the tree shallow and the time linear. */
  readonly open: Map<Pair, number>;
  at: number;
  /** No backtick is left that could close code: looking again and again would take quadratic time. */
  codeIsOver: boolean;
  /** The bare address at or after `at`: its underscores are its own. */
  address: { readonly start: number; readonly end: number };
}

function newReading(source: string): Reading {
  return { source, out: [], open: new Map(), at: 0, codeIsOver: false, address: { start: 0, end: 0 } };
}

function addWords(reading: Reading, end: number): void {
  if (end > reading.at) reading.out.push(reading.source.slice(reading.at, end));
}

function readSign(reading: Reading): void {
  switch (reading.source[reading.at]) {
    case '\\':
      readEscape(reading);
      break;
    case '`':
      readCode(reading);
      break;
    case '[':
      open(reading, 'link', '[');
      break;
    case ']':
      readLinkEnd(reading);
      break;
    case '\n':
      readLineBreak(reading);
      break;
    default:
      readEmphasis(reading);
  }
}

function addLiteral(reading: Reading, text: string): void {
  reading.out.push(text);
  reading.at += text.length;
}

function open(reading: Reading, pair: Pair, sign: string): void {
  reading.open.set(pair, reading.out.length);
  addLiteral(reading, sign);
}

const escapable = /[!-/:-@[-`{-~]/;

function readEscape(reading: Reading): void {
  const next = reading.source[reading.at + 1] ?? '';
  if (!escapable.test(next)) {
    addLiteral(reading, '\\');
    return;
  }
  reading.out.push(next);
  reading.at += 2;
}

/** An empty line ends whatever was left open, so that one stray sign does not reach over paragraphs. */
function readLineBreak(reading: Reading): void {
  if (reading.source[reading.at + 1] === '\n') reading.open.clear();
  addLiteral(reading, '\n');
}

function readCode(reading: Reading): void {
  const end = reading.codeIsOver ? -1 : endOfCode(reading.source, reading.at + 1);
  if (end === -1) reading.codeIsOver = true;
  if (end <= reading.at + 1) {
    addLiteral(reading, '`');
    return;
  }
  reading.out.push({ code: reading.source.slice(reading.at + 1, end).replace(/\\([\\*_`[\]])/g, '$1') });
  reading.at = end + 1;
}

function endOfCode(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '`') return at;
  }
  return -1;
}

const linkTarget = /\(((?:https?:\/\/|mailto:|tel:)(?:\\[!-/:-@[-`{-~]|[^\s()[\]\\])+)\)/iy;

function readLinkEnd(reading: Reading): void {
  const start = reading.open.get('link');
  linkTarget.lastIndex = reading.at + 1;
  const target = start === undefined ? null : linkTarget.exec(reading.source);
  reading.open.delete('link');
  if (start === undefined || target === null) {
    addLiteral(reading, ']');
    return;
  }
  const link = (target[1] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const words = close(reading, start);
  reading.out.push({ link, text: words.length === 0 ? [link] : words });
  reading.at += 1 + target[0].length;
}

/** Takes what lies after the opening sign; pairs left open inside are signs and nothing more. */
function close(reading: Reading, start: number): RichText {
  const inside = merged(reading.out.splice(start).slice(1));
  for (const [pair, at] of reading.open) if (at >= start) reading.open.delete(pair);
  return inside;
}

function readEmphasis(reading: Reading): void {
  const { source, at } = reading;
  if (isInAddress(reading)) addLiteral(reading, '_');
  else if (source[at] === '_') readPair(reading, 'underscore', '_');
  else if (source[at + 1] === '*' && !closesStarFirst(reading)) readPair(reading, 'bold', '**');
  else readPair(reading, 'star', '*');
}

/** In `***both***` what was opened last is closed first. */
function closesStarFirst({ source, at, open: opened }: Reading): boolean {
  return source[at + 2] === '*' && (opened.get('star') ?? -1) > (opened.get('bold') ?? -1);
}

function readPair(reading: Reading, pair: Exclude<Pair, 'link'>, sign: string): void {
  const before = reading.source[reading.at - 1] ?? ' ';
  const after = reading.source[reading.at + sign.length] ?? ' ';
  const start = reading.open.get(pair);
  if (start !== undefined && start < reading.out.length - 1 && mayClose(pair, before, after)) {
    const inside = close(reading, start);
    reading.out.push(pair === 'bold' ? { bold: inside } : { italic: inside });
    reading.at += sign.length;
  } else if (mayOpen(pair, before, after)) open(reading, pair, sign);
  else addLiteral(reading, sign);
}

/** Inside words a single sign is itself: `snake_case`, `3*4*5`. */
function mayOpen(pair: Pair, before: string, after: string): boolean {
  return !isSpace(after) && (pair === 'bold' || !isWord(before));
}

function mayClose(pair: Pair, before: string, after: string): boolean {
  return !isSpace(before) && (pair === 'bold' || !isWord(after));
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

const bareAddress = /https?:\/\/[^\s*`[\]\\()<>]+/gi;

function isInAddress(reading: Reading): boolean {
  if (reading.source[reading.at] !== '_') return false;
  while (reading.address.end <= reading.at) reading.address = addressAfter(reading.source, reading.address.end);
  return reading.address.start <= reading.at;
}

function addressAfter(source: string, from: number): Reading['address'] {
  bareAddress.lastIndex = from;
  const found = bareAddress.exec(source);
  if (found === null) return { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  return { start: found.index, end: found.index + found[0].length };
}

/** Neighbouring strings as one. */
function merged(inlines: readonly Inline[]): RichText {
  const all: Inline[] = [];
  let words = '';
  for (const inline of inlines) {
    if (typeof inline === 'string') words += inline;
    else {
      if (words !== '') all.push(words);
      words = '';
      all.push(inline);
    }
  }
  if (words !== '') all.push(words);
  return all;
}
