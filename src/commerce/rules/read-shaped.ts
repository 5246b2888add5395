import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import { placeOf, wordsOf } from '../../dialog/files/fields.ts';
import type { Mistakes } from '../../dialog/files/mistakes.ts';
import type { Place, SourceFile } from '../../dialog/files/place.ts';
import type { Json } from '../../storage/json.ts';
import { mayBe, type Shape, shapeOfItem, shapeOfKey } from './shapes.ts';

type Path = readonly PropertyKey[];

/** Where each value of a file stands. */
export interface Places {
  /** `null`: nothing is written there. */
  value(path: Path): Place | null;
  /** Of its name, where it has one. */
  key(path: Path): Place | null;
}

interface Reading {
  readonly file: SourceFile;
  readonly mistakes: Mistakes;
  readonly values: Map<string, Place>;
  readonly keys: Map<string, Place>;
}

/**
 * What a file says, read as what it has to be: where a text is wanted, 02134 is that postcode and no number, and where yes or no is,
 * the words count. What is left empty counts as left out.
 */
export function readShaped(
  root: Node | null,
  shape: Shape,
  { file, mistakes }: Pick<Reading, 'file' | 'mistakes'>,
): { readonly value: Json | undefined; readonly places: Places } {
  const reading = { file, mistakes, values: new Map<string, Place>(), keys: new Map<string, Place>() };
  const value = root === null ? undefined : read({ node: root, shape, path: [] }, reading);
  const at = (places: ReadonlyMap<string, Place>) => (path: Path) => places.get(JSON.stringify(path)) ?? null;
  return { value, places: { value: at(reading.values), key: at(reading.keys) } };
}

interface At {
  readonly node: Node | null;
  readonly shape: Shape;
  readonly path: Path;
}

function read({ node, shape, path }: At, reading: Reading): Json | undefined {
  const isEmpty = node === null || (isScalar(node) && node.value === null);
  if (isEmpty && !mayBe(shape, 'null')) return undefined;
  if (node !== null) reading.values.set(JSON.stringify(path), placeOf(node, reading.file));
  if (isEmpty) return null;
  if (isMap(node)) return readMap({ node, shape, path }, reading);
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      return read({ node: item as Node | null, shape: shapeOfItem(shape), path: [...path, index] }, reading) ?? null;
    });
  }
  return isScalar(node) ? scalarOf(node, shape, reading.file) : unreadable(node, reading);
}

function readMap({ node, shape, path }: At, reading: Reading): Json {
  const pairs = isMap(node) ? (node.items as Pair<Node, Node | null>[]) : [];
  const entries = pairs.flatMap(({ key, value }) => {
    const name = wordsOf(key, reading.file);
    const inner = [...path, name];
    reading.keys.set(JSON.stringify(inner), placeOf(key, reading.file));
    const own = read({ node: value, shape: shapeOfKey(shape, name) ?? {}, path: inner }, reading);
    return own === undefined && shapeOfKey(shape, name) !== null ? [] : [[name, own ?? null] as const];
  });
  return Object.fromEntries(entries);
}

const yes = new Set(['yes', 'on']);
const no = new Set(['no', 'off']);

function scalarOf(node: Scalar, shape: Shape, file: SourceFile): Json {
  const words = wordsOf(node, file);
  if (mayBe(shape, 'boolean') && typeof node.value === 'string') {
    const said = words.trim().toLowerCase();
    if (yes.has(said)) return true;
    return no.has(said) ? false : words;
  }
  const isNumber = typeof node.value === 'number' && (mayBe(shape, 'number') || mayBe(shape, 'integer'));
  if (typeof node.value !== 'string' && mayBe(shape, 'string') && !isNumber) return words;
  return node.value as Json;
}

function unreadable(node: Node, { file, mistakes }: Reading): undefined {
  const hint = 'A text that begins with * or & has to be in quotes.';
  mistakes.report('wrong-type', placeOf(node, file), 'This is no text, number or list.', hint);
  return undefined;
}
