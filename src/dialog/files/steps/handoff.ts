import { isMap, isScalar } from 'yaml';
import { type Field, type Fields, readFields } from '../fields.ts';
import { handoffKeys } from '../keys.ts';
import type { HandoffSource } from '../source.ts';
import { readText } from '../values.ts';
import type { StepReading } from './step-reading.ts';

export function readHandoff(fields: Fields, reading: StepReading): HandoffSource {
  return { kind: 'handoff', ...reading.base, ...readWords(fields.get('handoff'), reading) };
}

function readWords(field: Field | null, reading: StepReading): Pick<HandoffSource, 'text' | 'reason'> {
  if (field === null || field.node === null) return { text: null, reason: null };
  if (isScalar(field.node) && field.node.value === null) return { text: null, reason: null };
  if (!isMap(field.node)) return { text: readText(field, reading), reason: null };
  const fields = readFields(field.node, handoffKeys, { ...reading, what: '"handoff"' });
  return { text: readText(fields.get('say'), reading), reason: readText(fields.get('reason'), reading) };
}
