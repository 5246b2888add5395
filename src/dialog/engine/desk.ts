import type { DeskMove } from '../event.ts';
import { advance } from './advance.ts';
import { repairStack, tellRepair } from './repair.ts';
import { sayWords, sendText } from './say.ts';
import type { Turn } from './turn.ts';

/** A person at the desk takes the conversation, answers in it, or gives it back: then what was asked before is asked again. */
export function hearDesk(turn: Turn, move: DeskMove): void {
  if (move === 'take') {
    turn.handoffSince ??= turn.event.at;
    return;
  }
  if (move !== 'give-back') return sendText(turn, [move.say]);
  if (turn.handoffSince === null) return;
  turn.handoffSince = null;
  sayWords(turn, 'givenBack');
  tellRepair(turn, repairStack(turn));
  advance(turn);
}
