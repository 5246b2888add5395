import { advance } from './advance.ts';
import { readGlobalChoice } from './choice-id.ts';
import { startWelcome } from './flows.ts';
import { hearChoice } from './hear-choice.ts';
import { waitingStep } from './misunderstood.ts';
import { sayWords } from './say.ts';
import type { Turn } from './turn.ts';

/** The chat was opened, perhaps by a link that names a button. A question that waits is asked again rather than greeted over. */
export function hearOpened(turn: Turn, payload: string | null): void {
  if (payload !== null && turn.book.buttons.has(readGlobalChoice(payload).button)) return hearChoice(turn, payload);
  if (waitingStep(turn)) return advance(turn);
  if (startWelcome(turn)) return advance(turn);
  sayWords(turn, 'help');
}
