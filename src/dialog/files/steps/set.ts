import { conversationLanguage } from '../../languages.ts';
import type { Fields } from '../fields.ts';
import type { Entries, SetSource } from '../source.ts';
import { readEntries } from '../values.ts';
import type { StepReading } from './step-reading.ts';

export function readSet(fields: Fields, reading: StepReading): SetSource {
  return {
    kind: 'set',
    ...reading.base,
    values: readEntries(fields.get('set'), reading).filter((entry) => isSlot(entry, reading)),
  };
}

function isSlot({ key }: Entries[number], { mistakes }: StepReading): boolean {
  if (/^(memory\.)?[A-Za-z_]\w*$/.test(key.value) || key.value === conversationLanguage) return true;
  const hint = `Use letters, digits and _; "memory.size" is kept after the flow, "${conversationLanguage}" is what Parley writes in.`;
  mistakes.report('bad-name', key.at, `"${key.value}" cannot be the name of a slot.`, hint);
  return false;
}
