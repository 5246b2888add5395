import type { Json } from '../../storage/json.ts';
import type { Lines } from './lines.ts';

/** One file while it is read. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
}

/** A stretch of a file, in UTF-16 units from its beginning. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

export interface Text {
  readonly value: string;
  readonly at: Place;
}

/** JSON as the file has it, and the strings in it that may be templates. */
export interface Value {
  readonly value: Json;
  readonly at: Place;
  readonly texts: readonly Text[];
}

/**
 * Where a character of a text stands in the file. Quotes, folding and escapes move it, so the word at `index` is looked up
 * in what the file says, at its same occurrence.
 */
export function inside(text: Text, near: number): Place {
  const index = near + (/^[\s"'\\]*/.exec(text.value.slice(near))?.[0].length ?? 0);
  const { file, start, end } = text.at;
  const raw = file.text.slice(start, end);
  const word = /^[^\s"'\\]{1,40}/.exec(text.value.slice(index))?.[0] ?? '';
  if (word === '') return text.at;
  let at = -1;
  for (let left = occurrences(text.value.slice(0, index + word.length - 1), word) + 1; left > 0; left -= 1) {
    at = raw.indexOf(word, at + 1);
    if (at < 0) return text.at;
  }
  return { file, start: start + at, end: start + at + word.length };
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count += 1;
  return count;
}
