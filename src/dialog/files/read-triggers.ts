import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { momentNames } from '../../understanding/trigger.ts';
import { didYouMean, type Field, fieldsOf, placeOf, type Reading, wordsOf } from './fields.ts';
import type { TriggerSource } from './source.ts';
import { readText } from './values.ts';

const kinds = ['word', 'pattern', 'button', 'news', 'when'] as const;

export function readTriggers(field: Field | null, reading: Reading): readonly TriggerSource[] {
  if (field === null) return [];
  if (isSeq(field.node)) return field.node.items.flatMap((item) => readTrigger(item as Node | null, field, reading));
  reading.mistakes.report(
    'wrong-type',
    field.at,
    '"starts on" has to be a list.',
    'Begin each line with "- ": - where is my order',
  );
  return [];
}

function readTrigger(node: Node | null, list: Field, reading: Reading): readonly TriggerSource[] {
  const at = node?.range ? placeOf(node, reading.file) : list.at;
  if (isScalar(node) && wordsOf(node, reading.file).trim() !== '') {
    return [{ kind: 'example', text: { value: wordsOf(node, reading.file), at } }];
  }
  if (isMap(node)) return fieldsOf(node, reading).flatMap((entry) => keyedTrigger(entry, reading) ?? []);
  reading.mistakes.report('wrong-type', at, 'This cannot start a flow.', 'Write a sentence that a shopper might send.');
  return [];
}

function keyedTrigger(field: Field, reading: Reading): TriggerSource | null {
  const kind = kinds.find((known) => known === field.key.value);
  if (kind === undefined) return unknownKind(field, reading);
  const text = readText(field, reading);
  if (text === null) return null;
  return kind === 'when' ? moment(text, reading) : { kind, text };
}

function unknownKind({ key }: Field, { mistakes }: Reading): null {
  const hint = didYouMean(key.value, kinds, 'Put a sentence with a colon, or one that begins with {slot}, in quotes.');
  mistakes.report('unknown-key', key.at, `A flow cannot start on "${key.value}".`, hint);
  return null;
}

function moment(text: TriggerSource['text'], { mistakes }: Reading): TriggerSource | null {
  const known = momentNames.find((name) => name === text.value);
  if (known !== undefined) return { kind: 'moment', moment: known, text };
  const hint = didYouMean(text.value, momentNames, `Write one of: ${momentNames.join(', ')}.`);
  mistakes.report('wrong-type', text.at, `There is no moment "${text.value}".`, hint);
  return null;
}
