import { isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { nearestWord } from '../../understanding/nearest-word.ts';
import type { KeyTable } from './keys.ts';
import type { Mistakes } from './mistakes.ts';
import type { Place, SourceFile, Text } from './place.ts';

/** What reading takes: the file and where to tell mistakes. */
export interface Reading {
  readonly file: SourceFile;
  readonly mistakes: Mistakes;
}

/** One `key: value` of a map. */
export interface Field {
  readonly key: Text;
  readonly node: Node | null;
  /** Of the value, or of the key where there is none. */
  readonly at: Place;
}

export interface Fields {
  readonly at: Place;
  get(key: string): Field | null;
}

/** Reads a map's keys by its table: what the table does not know and what it misses is told. */
export function readFields(map: YAMLMap, table: KeyTable, reading: Reading & { readonly what: string }): Fields {
  const at = placeOf(map, reading.file);
  const fields = new Map(fieldsOf(map, reading).map((field) => [field.key.value, field]));
  for (const field of fields.values()) checkKey(field, table, reading);
  for (const [key, spec] of Object.entries(table)) {
    if (spec.required && !fields.has(key)) missing(key, { at, reading });
  }
  return { at, get: (key) => fields.get(key) ?? null };
}

export function fieldsOf(map: YAMLMap, reading: Reading): readonly Field[] {
  return map.items.flatMap((pair) => fieldOf(pair as Pair<Node, Node | null>, reading) ?? []);
}

function fieldOf(pair: Pair<Node, Node | null>, reading: Reading): Field | null {
  const at = placeOf(pair.key, reading.file);
  if (!isScalar(pair.key)) {
    reading.mistakes.report('wrong-type', at, 'A key has to be a word.', quoteHint(pair.key, reading.file));
    return null;
  }
  const key = { value: wordsOf(pair.key, reading.file), at };
  return { key, node: pair.value, at: pair.value?.range ? placeOf(pair.value, reading.file) : at };
}

function checkKey({ key }: Field, table: KeyTable, { mistakes, what }: Reading & { readonly what: string }): void {
  if (Object.hasOwn(table, key.value)) return;
  const known = Object.keys(table);
  mistakes.report(
    'unknown-key',
    key.at,
    `${what} has no key "${key.value}".`,
    didYouMean(key.value, known, `Keys are: ${known.join(', ')}.`),
  );
}

function missing(
  key: string,
  { at, reading }: { readonly at: Place; readonly reading: Reading & { readonly what: string } },
): void {
  reading.mistakes.report('missing-key', at, `${reading.what} needs "${key}".`, `Add a line "${key}: …".`);
}

export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string | null = null): string | null {
  const nearest = nearestWord(word, [...candidates]);
  return nearest === null ? otherwise : `Did you mean "${nearest}"?`;
}

export function placeOf(node: Node | null | undefined, file: SourceFile): Place {
  const [start, end] = node?.range ?? [0, 0];
  return { file, start, end };
}

/** A scalar as the file has it: `no` is the word and 1.50 keeps its zero. */
export function wordsOf(node: Node, file: SourceFile): string {
  if (!isScalar(node)) return '';
  if (typeof node.value === 'string') return node.value;
  const place = placeOf(node, file);
  return node.value === null ? '' : file.text.slice(place.start, place.end).trim();
}

/** `say: {{ name }}` is a map to YAML: the commonest slip of all. */
export function quoteHint(node: Node | null, file: SourceFile): string | null {
  const place = placeOf(node, file);
  const start = file.text.slice(place.start, place.start + 2);
  return isMap(node) && (start === '{{' || file.text[place.start - 1] === '{')
    ? 'Put a text that begins with {{ in quotes: "{{ customer.name }}"'
    : null;
}
