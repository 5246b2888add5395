import { resolveReply } from '../../channel/replies.ts';
import type { Json } from '../../storage/json.ts';
import { readSlot } from '../../understanding/read-slot.ts';
import type { Ask, Choose, Step } from '../book.ts';
import { slotContext } from './answer.ts';
import { moveTo } from './flows.ts';
import { type OpenOption, optionsOf } from './options.ts';
import { sayWords } from './say.ts';
import { flowOf, setSlot, type Turn, top } from './turn.ts';

/**
 * "No, blue": puts right the latest earlier answer of this flow that the words fit, and goes back to where it was given. What
 * was answered before an action changed something stays.
 */
export function correctEarlier(turn: Turn, words: string): boolean {
  const frame = top(turn);
  if (!frame) return false;
  const open = Object.keys(frame.slots).slice(frame.sealed ?? 0);
  return open.reverse().some((slot) => correctSlot(turn, slot, words));
}

function correctSlot(turn: Turn, slot: string, words: string): boolean {
  const step = questionFor(turn, slot);
  if (!step) return false;
  const corrected = readCorrected(turn, step, words);
  if (!corrected) return false;
  setSlot(turn, slot, corrected.value);
  sayWords(turn, 'corrected', { value: corrected.label });
  return moveTo(turn, corrected.leadsTo);
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

function readCorrected(turn: Turn, step: Ask | Choose, words: string): Corrected | null {
  const picked = pickedOption(optionsOf(turn, step), words);
  if (picked) {
    const leadsTo = picked.option?.leadsTo;
    return { value: picked.value, label: picked.label, leadsTo: leadsTo === undefined ? step.next : leadsTo };
  }
  if (step.kind === 'choose' || step.type === 'text' || step.type === 'address') return null;
  const reading = readSlot(step.type, words, slotContext(turn));
  return reading.result === 'value' ? { value: reading.value, label: words, leadsTo: step.next } : null;
}

function pickedOption(options: readonly OpenOption[], words: string): OpenOption | null {
  const reply = resolveReply(words, { choices: options, firstNumber: 1 });
  if (reply?.kind !== 'picked' && reply?.kind !== 'near') return null;
  return options.find(({ id }) => id === reply.choice.id) ?? null;
}
