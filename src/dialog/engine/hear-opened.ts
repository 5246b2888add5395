import { advance } from './advance.ts';
import { readGlobalChoice, startFlowButton } from './choice-id.ts';
import { startWelcome } from './flows.ts';
import { hearChoice } from './hear-choice.ts';
import { waitingStep } from './misunderstood.ts';
import { sayWords } from './say.ts';
import type { Turn } from './turn.ts';

/** The chat was opened, perhaps by a link that names a button or a flow. A question that waits is asked again rather than greeted over. */
export function hearOpened(turn: Turn, payload: string | null): void {
  if (payload !== null && leadsOn(turn, payload)) return hearChoice(turn, payload);
  if (waitingStep(turn)) return advance(turn);
  if (startWelcome(turn)) return advance(turn);
  sayWords(turn, 'help');
}

function leadsOn({ book }: Turn, payload: string): boolean {
  const { button, value } = readGlobalChoice(payload);
  return button === startFlowButton ? value !== null && book.flows.has(value) : book.buttons.has(button);
}
