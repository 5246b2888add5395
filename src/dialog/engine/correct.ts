import type { Json } from '../../storage/json.ts';
import { readSlot } from '../../understanding/read-slot.ts';
import type { Ask, Choose, Step } from '../book.ts';
import { slotContext } from './answer.ts';
import { moveTo } from './flows.ts';
import { labelled, optionsOf } from './options.ts';
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
  const open = Object.keys(frame.slots).slice(frame.sealed ?? 0);
  return open.reverse().some((slot) => correctSlot(turn, slot, said));
}

function correctSlot(turn: Turn, slot: string, said: Correction): boolean {
  const step = questionFor(turn, slot);
  if (!step) return false;
  const corrected = readCorrected(turn, step, said);
  if (!corrected) return false;
  setSlot(turn, slot, corrected.value);
  sayWords(turn, 'corrected', { value: corrected.label });
  moveTo(turn, corrected.leadsTo);
  return true;
}

function questionFor(turn: Turn, slot: string): Ask | Choose | null {
  const frame = top(turn);
  const steps = frame ? flowOf(turn, frame)?.steps.values() : undefined;
  for (const step of steps ?? []) if (asksFor(step, slot)) return step;
  return null;
}

function asksFor(step: Step, slot: string): step is Ask | Choose {
  return (step.kind === 'ask' || step.kind === 'choose') && step.slot === slot;
}

interface Corrected {
  readonly value: Json;
  readonly label: string;
  readonly leadsTo: string | null;
}

function readCorrected(turn: Turn, step: Ask | Choose, { words, wholly }: Correction): Corrected | null {
  const picked = labelled(optionsOf(turn, step), words);
  if (picked) {
    const leadsTo = picked.option?.leadsTo;
    return { value: picked.value, label: picked.label, leadsTo: leadsTo === undefined ? step.next : leadsTo };
  }
  if (step.kind === 'choose' || step.type === 'text' || step.type === 'address') return null;
  const reading = readSlot(step.type, words, slotContext(turn));
  if (reading.result !== 'value' || (wholly && reading.rest !== undefined)) return null;
  return { value: reading.value, label: words, leadsTo: step.next };
}
