import type { Json } from '../../storage/json.ts';
import { readSlot } from '../../understanding/read-slot.ts';
import type { Ask, Choose, Step } from '../book.ts';
import { slotContext } from './answer.ts';
import { moveTo } from './flows.ts';
import { labelled, type OpenOption, optionsOf } from './options.ts';
import { sayWords } from './say.ts';
import { flowOf, setSlot, type Turn, top } from './turn.ts';

export interface Correction {
  readonly words: string;
  /** Nothing beside the value is let pass: where the words may be meant for the question that waits. */
  readonly wholly: boolean;
}

/**
 * "No, blue": puts right the latest earlier answer of this flow that the words fit, and goes back to where it was given. What
 * was answered before an action changed something stays.
 */
export function correctEarlier(turn: Turn, said: Correction): boolean {
  const frame = top(turn);
  if (!frame) return false;
  const answered = Object.entries(frame.answers ?? {}).reverse();
  return answered.some(([slot, step]) => correctSlot(turn, { slot, step: flowOf(turn, frame)?.steps.get(step) }, said));
}

/** Another value for a slot of the flow on top that is named. */
export function correctNamed(turn: Turn, slot: string, words: string): boolean {
  const frame = top(turn);
  const answered = frame?.answers?.[slot];
  if (!frame || answered === undefined) return false;
  return correctSlot(turn, { slot, step: flowOf(turn, frame)?.steps.get(answered) }, { words, wholly: false });
}

interface Answered {
  readonly slot: string;
  readonly step: Step | undefined;
}

function correctSlot(turn: Turn, { slot, step }: Answered, said: Correction): boolean {
  if (step?.kind !== 'ask' && step?.kind !== 'choose') return false;
  const corrected = readCorrected(turn, step, said);
  if (!corrected) return false;
  setSlot(turn, slot, corrected.value);
  sayWords(turn, 'corrected', { value: corrected.label });
  moveTo(turn, corrected.leadsTo);
  return true;
}

interface Corrected {
  readonly value: Json;
  readonly label: string;
  readonly leadsTo: string | null;
}

function readCorrected(turn: Turn, step: Ask | Choose, said: Correction): Corrected | null {
  const picked = labelled(optionsOf(turn, step), said.words);
  if (picked && (step.kind === 'choose' || step.type === 'choice')) return correctedTo(step, picked);
  if (step.kind === 'choose') return null;
  if (!picked && (step.type === 'text' || step.type === 'address')) return null;
  return picked ? readAnew(turn, step, { words: picked.label, wholly: true }) : readAnew(turn, step, said);
}

function correctedTo(step: Ask | Choose, { value, label, option }: OpenOption): Corrected {
  const leadsTo = option?.leadsTo;
  return { value, label, leadsTo: leadsTo === undefined ? step.next : leadsTo };
}

/** Any words would fit a text or an address: only what was suggested for it is surely a correction. */
function readAnew(turn: Turn, step: Ask, { words, wholly }: Correction): Corrected | null {
  const reading = readSlot(step.type, words, slotContext(turn));
  if (reading.result !== 'value' || (wholly && reading.rest !== undefined)) return null;
  return { value: reading.value, label: words, leadsTo: step.next };
}
