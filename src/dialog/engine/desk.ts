import type { DeskMove } from '../event.ts';
import { advance } from './advance.ts';
import { repairStack, tellRepair } from './repair.ts';
import { sayWords, sendText } from './say.ts';
import type { Turn } from './turn.ts';

/** A person at the desk takes the conversation, answers in it, or gives it back. */
export function hearDesk(turn: Turn, move: DeskMove): void {
  if (move === 'give-back') return giveBack(turn);
  if (move !== 'take') return answer(turn, move.say);
  turn.handoffSince ??= turn.event.at;
}

function answer(turn: Turn, text: string): void {
  if (turn.handoffSince !== null) turn.desk = { ...turn.desk, wrote: true };
  sendText(turn, [text]);
}

/** The shop goes on: what was asked before is asked again. */
export function giveBack(turn: Turn): void {
  if (turn.handoffSince === null) return;
  turn.handoffSince = null;
  turn.desk = undefined;
  sayWords(turn, 'givenBack');
  tellRepair(turn, repairStack(turn));
  advance(turn);
}
