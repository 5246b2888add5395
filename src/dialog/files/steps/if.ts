import { readBranch } from '../branches.ts';
import type { Fields } from '../fields.ts';
import type { IfSource } from '../source.ts';
import { readText } from '../values.ts';
import type { StepReading } from './step-reading.ts';

export function readIf(fields: Fields, reading: StepReading): IfSource | null {
  const condition = readText(fields.get('if'), reading);
  const then = readBranch(fields.get('then'), reading, reading.readSteps);
  const otherwise = readBranch(fields.get('else'), reading, reading.readSteps);
  return condition && { kind: 'if', ...reading.base, condition, then, else: otherwise };
}
