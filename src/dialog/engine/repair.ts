import type { Flow } from '../book.ts';
import { type Frame, running } from '../state.ts';
import { startWelcome } from './flows.ts';
import { sayWords } from './say.ts';
import { note, replaceTop, type Turn, top } from './turn.ts';

/** What has become of the question on top: unless it is whole, an answer must not be taken for it. */
export type Repair = 'whole' | 'changed' | 'gone';

/**
 * The rule for people in the middle of a flow whose file has changed: an unchanged step goes on, a changed one is asked again, a
 * removed one leads back to its flow's start with a word of apology.
 */
export function repairStack(turn: Turn): Repair {
  if (turn.stack.every((frame) => isWhole(turn, frame))) return 'whole';
  const before = turn.stack.splice(0);
  let topRepair: Repair = 'whole';
  for (const frame of before) {
    const repaired = repair(turn.book.flows.get(frame.flow), frame);
    if (repaired.frame) turn.stack.push(repaired.frame);
    // A flow that ran one that is gone runs it no more.
    else if (top(turn)?.asked === running) replaceTop(turn, { asked: 0 });
    topRepair = repaired.repair;
  }
  if (topRepair !== 'whole') turn.menu = null;
  turn.scope = null;
  return topRepair;
}

/** Says what the shopper would wonder about; where nothing is left of it, there is the shop's beginning. */
export function tellRepair(turn: Turn, repaired: Repair): void {
  if (repaired === 'whole') return;
  note(turn, repaired === 'changed' ? 'STEP_CHANGED' : 'STEP_GONE');
  sayWords(turn, repaired === 'changed' ? 'flowChanged' : 'flowGone');
  if (turn.stack.length === 0) startWelcome(turn);
}

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
