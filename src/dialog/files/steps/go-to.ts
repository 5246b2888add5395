import type { Fields } from '../fields.ts';
import type { GoToSource } from '../source.ts';
import { readText } from '../values.ts';
import type { StepReading } from './step-reading.ts';

export function readGoTo(fields: Fields, reading: StepReading): GoToSource | null {
  const target = readText(fields.get('go to'), reading);
  return target && { kind: 'go-to', ...reading.base, target };
}
