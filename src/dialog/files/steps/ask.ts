import { isSeq } from 'yaml';
import type { Field, Fields } from '../fields.ts';
import type { Place } from '../place.ts';
import type { AskSource } from '../source.ts';
import { readSlot, readSlotType, readText, readValue, readYesNo } from '../values.ts';
import { readOptions } from './options.ts';
import type { StepReading } from './step-reading.ts';
import { readWait } from './wait.ts';

export function readAsk(fields: Fields, reading: StepReading): AskSource | null {
  const text = readText(fields.get('ask'), reading);
  const slot = readSlot(fields.get('for'), reading);
  const type = readSlotType(fields.get('type'), reading) ?? 'text';
  const rest = {
    choices: readChoices(fields.get('choices'), reading),
    askAgain: readYesNo(fields.get('ask again'), reading) ?? false,
    ...readWait(fields, reading),
  };
  if (type === 'choice' && fields.get('choices') === null) {
    const hint = 'Add "choices:" with the labels, or use "choose".';
    reading.mistakes.report('no-choices', reading.base.at, 'This asks for a choice and gives none.', hint);
  }
  return text && slot && { kind: 'ask', ...reading.base, text, slot, type, ...rest };
}

function readChoices(field: Field | null, reading: StepReading): AskSource['choices'] {
  if (field === null) return null;
  if (!isSeq(field.node)) return readValue(field, reading);
  const options = readOptions(field, reading);
  for (const { branch } of options) if (branch.kind !== 'continue') tellBranch(branch.at, reading);
  return options;
}

/** The answer goes into the slot, whatever it is: an `ask` leads on to the next step. */
function tellBranch(at: Place, { mistakes }: StepReading): void {
  mistakes.report(
    'wrong-type',
    at,
    'The choices of an "ask" are labels alone.',
    'Use "choose" where each option leads somewhere.',
  );
}
