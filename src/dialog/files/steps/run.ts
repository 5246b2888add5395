import type { Fields } from '../fields.ts';
import type { RunSource } from '../source.ts';
import { readEntries, readSlot, readText } from '../values.ts';
import type { StepReading } from './step-reading.ts';

export function readRun(fields: Fields, reading: StepReading): RunSource | null {
  const flow = readText(fields.get('run'), reading);
  const rest = { with: readEntries(fields.get('with'), reading), as: readSlot(fields.get('as'), reading) };
  return flow && { kind: 'run', ...reading.base, flow, ...rest };
}
