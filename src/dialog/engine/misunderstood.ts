import type { RichText } from '../../channel/rich-text.ts';
import type { Ask, Choose } from '../book.ts';
import { advance } from './advance.ts';
import { startFlowButton } from './choice-id.ts';
import { abandonFlow, moveTo } from './flows.ts';
import { presentQuestion } from './question.ts';
import { phraseText, sayWords, send, words } from './say.ts';
import { note, replaceTop, stepOf, type Turn, top } from './turn.ts';

/** Nothing made sense of what was written: says so, and asks again until it is time for the way out. */
export function misunderstood(turn: Turn): void {
  note(turn, 'NOT_UNDERSTOOD');
  const step = waitingStep(turn);
  if (!step) return sayWords(turn, 'notUnderstood');
  const attempts = (top(turn)?.attempts ?? 0) + 1;
  replaceTop(turn, { attempts });
  if (attempts >= step.attempts) return wayOut(turn, step);
  presentQuestion(turn, step, sorryText(turn, step));
}

function sorryText(turn: Turn, step: Ask | Choose): RichText {
  if (step.sorry) return phraseText(turn, step.sorry);
  return [...words(turn, 'notUnderstood'), '\n\n', ...phraseText(turn, step.text)];
}

function wayOut(turn: Turn, step: Ask | Choose): void {
  note(turn, 'GAVE_UP');
  if (step.otherwise !== null) {
    moveTo(turn, step.otherwise);
    return advance(turn);
  }
  offerPerson(turn);
  if (abandonFlow(turn)) advance(turn);
}

export const personChoice = `${startFlowButton}:person`;

function offerPerson(turn: Turn): void {
  const label = turn.book.words.talkToPerson.plain({}, turn.locales);
  send(turn, { type: 'choices', text: words(turn, 'gaveUp'), choices: [{ id: personChoice, label }] });
}

/** The step on top, when it is one that has asked and waits. */
export function waitingStep(turn: Turn): Ask | Choose | null {
  const frame = top(turn);
  if (!frame || frame.asked <= 0) return null;
  const step = stepOf(turn, frame);
  return step?.kind === 'ask' || step?.kind === 'choose' ? step : null;
}
