import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Json } from '../../storage/json.ts';
import { type SlotType, slotTypes } from '../../understanding/slot-types.ts';
import { durationOf } from './duration.ts';
import { didYouMean, type Field, fieldsOf, placeOf, quoteHint, type Reading, wordsOf } from './fields.ts';
import type { Place, Text, Value } from './place.ts';
import type { Entries } from './source.ts';

export function readText(field: Field | null, reading: Reading): Text | null {
  if (field === null) return null;
  if (field.node === null || (isScalar(field.node) && field.node.value === null))
    return wrong(field, 'a text', reading);
  if (!isScalar(field.node)) return wrong(field, 'a text', reading);
  warnOfHash(field.node, reading);
  return { value: wordsOf(field.node, reading.file), at: placeOf(field.node, reading.file) };
}

/** ` #` begins a comment: the rest of "order #5" would never be said. */
function warnOfHash(node: Node, { file, mistakes }: Reading): void {
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.comment || !node.range) return;
  const hash = file.text.indexOf('#', node.range[1]);
  const sameLine = hash >= 0 && !file.text.slice(node.range[1], hash).includes('\n');
  if (!sameLine || /^ {2,}|^\s/.test(node.comment)) return;
  const at = { file, start: hash, end: hash + 1 };
  mistakes.report('text-cut-off', at, 'The text ends here: # begins a remark.', 'Put the whole text in quotes.');
}

function wrong(field: Field, wanted: string, { file, mistakes }: Reading): null {
  const message = `"${field.key.value}" has to be ${wanted}.`;
  mistakes.report('wrong-type', field.at, message, quoteHint(field.node, file));
  return null;
}

/** A slot's or step's own word. */
export function readSlot(field: Field | null, reading: Reading): Text | null {
  const text = readText(field, reading);
  if (text === null || /^[A-Za-z_]\w*$/.test(text.value)) return text;
  const message = `"${text.value}" cannot be the name of a slot.`;
  reading.mistakes.report('bad-name', text.at, message, `Use letters, digits and _: "${asSlot(text.value)}".`);
  return text;
}

function asSlot(text: string): string {
  return text.replace(/\W+/g, '_').replace(/^(?=\d)|^_+|_+$/g, '') || 'answer';
}

export function readId(field: Field | null, reading: Reading): Text | null {
  const text = readText(field, reading);
  if (text === null || /^[\p{Ll}\p{Lo}\d]+(-[\p{Ll}\p{Lo}\d]+)*$/u.test(text.value)) return text;
  const message = `"${text.value}" cannot be a name here.`;
  reading.mistakes.report(
    'bad-id',
    text.at,
    message,
    `Use small letters, digits and hyphens: "${slug(text.value) || 'my-flow'}".`,
  );
  return null;
}

/** Words as an id: small letters and digits of any script, with hyphens. */
export function slug(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
}

export function readCount(field: Field | null, reading: Reading): number | null {
  if (field === null) return null;
  const value = isScalar(field.node) ? field.node.value : null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 20) return value;
  return wrong(field, 'a whole number from 1 to 20', reading);
}

export function readYesNo(field: Field | null, reading: Reading): boolean | null {
  if (field === null) return null;
  const word = field.node === null ? '' : wordsOf(field.node, reading.file).toLowerCase();
  if (word === 'yes' || word === 'true') return true;
  if (word === 'no' || word === 'false') return false;
  return wrong(field, 'yes or no', reading);
}

export function readSlotType(field: Field | null, reading: Reading): SlotType | null {
  const text = readText(field, reading);
  if (text === null) return null;
  const type = slotTypes.find((known) => known === text.value);
  if (type !== undefined) return type;
  const hint = didYouMean(text.value, slotTypes, `Types are: ${slotTypes.join(', ')}.`);
  reading.mistakes.report('unknown-slot-type', text.at, `There is no type "${text.value}".`, hint);
  return null;
}

const longestDuration = 30 * 86_400_000;

/** `10 minutes`, in milliseconds. */
export function readDuration(field: Field | null, reading: Reading): number | null {
  const text = readText(field, reading);
  if (field === null || text === null) return null;
  const ms = durationOf(text.value);
  return ms !== null && ms > 0 && ms <= longestDuration
    ? ms
    : wrong(field, 'a time such as "10 minutes", "2 hours" or "1 day" (30 days at most)', reading);
}

export function readEntries(field: Field | null, reading: Reading): Entries {
  if (field === null) return [];
  if (!isMap(field.node)) {
    wrong(field, 'names with values: { name: value }', reading);
    return [];
  }
  return fieldsOf(field.node, reading).flatMap((entry) => {
    const value = readValue(entry, reading);
    return value ? [{ key: entry.key, value }] : [];
  });
}

export function readValue(field: Field | null, reading: Reading): Value | null {
  if (field === null) return null;
  const texts: Text[] = [];
  const at: Place = field.at;
  const hint = quoteHint(field.node, reading.file);
  if (hint !== null) return wrong(field, 'a value', reading);
  return { value: toJson(field.node, { reading, texts, depth: 0 }), at, texts };
}

interface Walk {
  readonly reading: Reading;
  readonly texts: Text[];
  readonly depth: number;
}

function toJson(node: Node | null, walk: Walk): Json {
  const { reading, depth } = walk;
  const deeper = { ...walk, depth: depth + 1 };
  if (node === null || depth > 20) return null;
  if (isSeq(node)) return node.items.map((item) => toJson(item as Node | null, deeper));
  if (isMap(node))
    return Object.fromEntries(fieldsOf(node, reading).map(({ key, node: item }) => [key.value, toJson(item, deeper)]));
  return isScalar(node) ? scalarJson(node.value, node, walk) : noAlias(node, reading);
}

function scalarJson(value: unknown, node: Node, { reading, texts }: Walk): Json {
  if (typeof value === 'string') {
    texts.push({ value, at: placeOf(node, reading.file) });
    return value;
  }
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : null;
}

function noAlias(node: Node, { file, mistakes }: Reading): null {
  mistakes.report('broken-yaml', placeOf(node, file), 'A text cannot begin with *.', 'Put the text in quotes.');
  return null;
}
