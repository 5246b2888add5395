import { isSeq } from 'yaml';
import type { Field, Fields } from '../fields.ts';
import type { ChooseSource } from '../source.ts';
import { readSlot, readText, readValue } from '../values.ts';
import { readOptions } from './options.ts';
import type { StepReading } from './step-reading.ts';
import { readWait } from './wait.ts';

export function readChoose(fields: Fields, reading: StepReading): ChooseSource | null {
  const text = readText(fields.get('choose'), reading);
  const from = fields.get('from');
  const rest = {
    slot: readSlot(fields.get('for'), reading),
    options: from ? readOptions(from, reading) : [],
    products: readValue(fields.get('products'), reading),
    ...readWait(fields, reading),
  };
  if (rest.options.length === 0 && rest.products === null && (from === null || isEmpty(from))) {
    reading.mistakes.report(
      'no-options',
      reading.base.at,
      'There is nothing to choose from.',
      'Add "from:" with the options.',
    );
  }
  return text && { kind: 'choose', ...reading.base, text, ...rest };
}

function isEmpty({ node }: Field): boolean {
  return node === null || (isSeq(node) && node.items.length === 0);
}
