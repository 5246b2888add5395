import type { Ask, Choose, Do } from '../book.ts';
import type { Outcome } from '../event.ts';
import { isLookup } from './answer.ts';
import { moveTo } from './flows.ts';
import { waitingStep } from './misunderstood.ts';
import { act, flowOf, lacksFacts, scopeOf, setSlot, type Turn, top } from './turn.ts';

/** Has the action of the question (`hears`) read what was written. */
export function askOwnAction(turn: Turn, step: Ask | Choose, text: string): boolean {
  const reader = readerOf(turn, step);
  if (!reader) return false;
  if (lacksFacts(turn, reader.needs, { type: 'text', text, at: turn.event.at })) return true;
  setSlot(turn, 'said', text);
  const scope = scopeOf(turn);
  const input = Object.fromEntries(reader.with.map(([name, value]) => [name, value.value(scope)]));
  act(turn, { action: reader.action, input, purpose: { for: 'hearing', words: text } });
  return true;
}

/** Goes to the step that has read it, to be finished with its outcome. False: it makes nothing of what was written. */
export function takeOwnReading(turn: Turn, outcome: Outcome): boolean {
  const step = waitingStep(turn);
  const reader = step && readerOf(turn, step);
  return outcome.result === 'returned' && reader ? moveTo(turn, reader.id) : false;
}

function readerOf(turn: Turn, { hears }: Ask | Choose): Do | null {
  const frame = top(turn);
  const step = frame && hears !== null ? flowOf(turn, frame)?.steps.get(hears) : undefined;
  return step?.kind === 'do' ? step : null;
}

/** Asks for words of any kind: what its own action does not take is no answer to it. */
export function takesAnyWords(step: Ask | Choose): boolean {
  return step.kind === 'ask' && (step.type === 'text' || step.type === 'address' || isLookup(step));
}

/** Free words may name a flow as well, where nothing is offered. */
export function isFreelyAsked(step: Ask | Choose): boolean {
  return takesAnyWords(step) && step.kind === 'ask' && step.choices === null;
}
