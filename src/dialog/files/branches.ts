import { isMap, isScalar, isSeq } from 'yaml';
import { type Field, type Reading, readFields, wordsOf } from './fields.ts';
import { goToKeys } from './keys.ts';
import type { Branch, StepSource } from './source.ts';
import { readText } from './values.ts';

export type ReadSteps = (field: Field, reading: Reading) => readonly StepSource[];

/** `end`, `continue`, `{ go to: … }`, a step, or a list of steps. */
export function readBranch(field: Field | null, reading: Reading, readSteps: ReadSteps): Branch | null {
  if (field === null) return null;
  const { node, at } = field;
  if (isSeq(node)) return { kind: 'steps', at, steps: readSteps(field, reading) };
  if (isMap(node)) return mapBranch(field, reading, readSteps);
  const word = isScalar(node) ? wordsOf(node, reading.file).trim() : '';
  if (word === 'end' || word === 'continue') return { kind: word, at };
  reading.mistakes.report('wrong-type', at, `"${field.key.value}" has to say what happens.`, branchHint(word));
  return null;
}

function branchHint(word: string): string {
  return /^[\w-]+$/.test(word)
    ? `Write { go to: ${word} }, end, continue, or a list of steps.`
    : 'Write end, continue, { go to: a-flow }, or a list of steps.';
}

/** A single step without its dash is taken as a list of one. */
function mapBranch(field: Field, reading: Reading, readSteps: ReadSteps): Branch | null {
  const { node, at } = field;
  if (!isMap(node) || !node.has('go to') || node.has('name'))
    return { kind: 'steps', at, steps: readSteps(field, reading) };
  const fields = readFields(node, goToKeys, { ...reading, what: 'A "go to"' });
  const target = readText(fields.get('go to'), reading);
  return target && { kind: 'go-to', at, target };
}
