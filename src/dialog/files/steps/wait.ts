import { isMap } from 'yaml';
import { readBranch } from '../branches.ts';
import { type Field, type Fields, readFields } from '../fields.ts';
import { silenceKeys } from '../keys.ts';
import type { WaitSource } from '../source.ts';
import { readCount, readDuration, readText } from '../values.ts';
import type { StepReading } from './step-reading.ts';

const usualAttempts = 3;

/** The keys that `ask` and `choose` share. */
export function readWait(fields: Fields, reading: StepReading): Omit<WaitSource, 'text'> {
  return {
    sorry: readText(fields.get('sorry'), reading),
    attempts: readCount(fields.get('attempts'), reading) ?? usualAttempts,
    otherwise: readBranch(fields.get('otherwise'), reading, reading.readSteps),
    hears: readHears(fields.get('hears'), reading),
    silence: readSilence(fields.get('if silent'), reading),
  };
}

function readHears(field: Field | null, reading: StepReading): WaitSource['hears'] {
  const branch = readBranch(field, reading, reading.readSteps);
  if (!field || !branch || (branch.kind === 'steps' && branch.steps[0]?.kind === 'do')) return branch;
  reading.mistakes.report(
    'wrong-type',
    field.at,
    '"hears" has to begin with an action that reads what was written.',
    'Begin it with - do: …, with: { text: "{{ said }}" }',
  );
  return null;
}

function readSilence(field: Field | null, reading: StepReading): WaitSource['silence'] {
  if (field === null) return null;
  if (!isMap(field.node)) {
    reading.mistakes.report(
      'wrong-type',
      field.at,
      '"if silent" has to say after how long, and what then.',
      'Write if silent: { after: 10 minutes, then: end }',
    );
    return null;
  }
  const fields = readFields(field.node, silenceKeys, { ...reading, what: '"if silent"' });
  const afterMs = readDuration(fields.get('after'), reading);
  const then = readBranch(fields.get('then'), reading, reading.readSteps);
  return afterMs !== null && then ? { afterMs, then } : null;
}
