import type { Flow } from '../book.ts';
import { type Frame, running } from '../state.ts';
import { sayWords } from './say.ts';
import { note, type Turn } from './turn.ts';

/**
 * The rule for people in the middle of a flow whose file has changed: an unchanged step goes on, a changed one is asked again, a
 * removed one leads back to its flow's start with a word of apology. True when the question on top is not the one that was
 * answered, so that the answer must not be taken for it.
 */
export function repairStack(turn: Turn): boolean {
  if (turn.stack.every((frame) => isWhole(turn, frame))) return false;
  const before = turn.stack.splice(0);
  const last = before.length - 1;
  let topRepair: Repair = 'whole';
  for (const [place, frame] of before.entries()) {
    const repaired = repair(turn.book.flows.get(frame.flow), frame);
    if (repaired.frame) turn.stack.push(repaired.frame);
    if (place === last) topRepair = repaired.repair;
  }
  return tell(turn, topRepair);
}

type Repair = 'whole' | 'changed' | 'gone';

function isWhole(turn: Turn, frame: Frame): boolean {
  return turn.book.flows.get(frame.flow)?.steps.has(frame.step) ?? false;
}

function repair(flow: Flow | undefined, frame: Frame): { repair: Repair; frame: Frame | null } {
  if (flow?.steps.has(frame.step)) return { repair: 'whole', frame };
  const asked = frame.asked === running ? running : 0;
  const successor = flow?.byName.get(nameOf(frame.step));
  if (successor !== undefined) return { repair: 'changed', frame: { ...frame, step: successor, asked, attempts: 0 } };
  if (!flow || flow.entry === null) return { repair: 'gone', frame: null };
  return { repair: 'gone', frame: { flow: flow.id, step: flow.entry, slots: {}, attempts: 0, asked: 0 } };
}

function nameOf(step: string): string {
  return step.slice(0, step.lastIndexOf('#'));
}

function tell(turn: Turn, repair: Repair): boolean {
  turn.menu = null;
  turn.scope = null;
  if (repair === 'whole') return false;
  note(turn, repair === 'changed' ? 'STEP_CHANGED' : 'STEP_GONE');
  sayWords(turn, repair === 'changed' ? 'flowChanged' : 'flowGone');
  return true;
}
