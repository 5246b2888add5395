import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { readBranch } from '../branches.ts';
import { type Field, type Fields, fieldsOf, placeOf, readFields, wordsOf } from '../fields.ts';
import { optionKeys } from '../keys.ts';
import type { OptionSource } from '../source.ts';
import { readId, readText } from '../values.ts';
import type { StepReading } from './step-reading.ts';

/** `- label`, `- label: what happens`, or `- label: …` with `id:` and `then:`. */
export function readOptions(field: Field, reading: StepReading): readonly OptionSource[] {
  if (isSeq(field.node))
    return field.node.items.flatMap((item) => readOption(item as Node | null, field, reading) ?? []);
  if (isMap(field.node)) return shortOptions(field.node, reading);
  reading.mistakes.report(
    'wrong-type',
    field.at,
    `"${field.key.value}" has to be a list of options.`,
    'Begin each with "- ": - Yes, please: continue',
  );
  return [];
}

function readOption(node: Node | null, list: Field, reading: StepReading): OptionSource | null {
  const at = node?.range ? placeOf(node, reading.file) : list.at;
  if (isScalar(node) && node.value !== null) {
    return { at, label: { value: wordsOf(node, reading.file), at }, id: null, branch: { kind: 'continue', at } };
  }
  if (isMap(node)) return node.has('label') ? longOption(node, reading) : (shortOptions(node, reading)[0] ?? null);
  reading.mistakes.report('wrong-type', at, 'This is not an option.', 'Write "- Yes, please: continue".');
  return null;
}

function longOption(map: YAMLMap, reading: StepReading): OptionSource | null {
  const fields: Fields = readFields(map, optionKeys, { ...reading, what: 'An option' });
  const label = readText(fields.get('label'), reading);
  const id = readId(fields.get('id'), reading);
  const branch = readBranch(fields.get('then'), reading, reading.readSteps) ?? { kind: 'continue', at: fields.at };
  return label && { at: fields.at, label, id, branch };
}

function shortOptions(map: YAMLMap, reading: StepReading): readonly OptionSource[] {
  return fieldsOf(map, reading).flatMap((field, index) => {
    if (
      index > 0 &&
      isSeq(field.node) === false &&
      map.items.length > 1 &&
      Object.hasOwn(optionKeys, field.key.value)
    ) {
      const hint = `Write "- label: ${field.key.value === 'then' ? '…' : 'Its words'}" first, then "id:" and "then:" below it.`;
      reading.mistakes.report(
        'unknown-key',
        field.key.at,
        `"${field.key.value}" needs the long form of an option.`,
        hint,
      );
      return [];
    }
    return shortOption(field, reading);
  });
}

function shortOption(field: Field, reading: StepReading): readonly OptionSource[] {
  const branch =
    field.node === null || (isScalar(field.node) && field.node.value === null)
      ? { kind: 'continue' as const, at: field.at }
      : readBranch(field, reading, reading.readSteps);
  return branch ? [{ at: field.key.at, label: field.key, id: null, branch }] : [];
}
