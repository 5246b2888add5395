import { readBranch } from '../branches.ts';
import type { Fields } from '../fields.ts';
import type { DoSource } from '../source.ts';
import { readEntries, readSlot, readText } from '../values.ts';
import type { StepReading } from './step-reading.ts';

export function readDo(fields: Fields, reading: StepReading): DoSource | null {
  const action = readText(fields.get('do'), reading);
  const rest = {
    with: readEntries(fields.get('with'), reading),
    as: readSlot(fields.get('as'), reading),
    failed: readBranch(fields.get('if failed'), reading, reading.readSteps),
  };
  return action && { kind: 'do', ...reading.base, action, ...rest };
}
