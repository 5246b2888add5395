import { isQuestion } from '../../care/questions/is-question.ts';
import type { Choice } from '../../channel/message.ts';
import { normalise } from '../../understanding/normalise.ts';
import { isSmallTalk, withoutSmallTalk } from '../../understanding/small-talk.ts';
import type { Ask, Choose } from '../book.ts';
import type { Unanswered } from '../state.ts';
import { isLookup } from './answer.ts';
import { waitingStep } from './misunderstood.ts';
import { act, type Turn } from './turn.ts';

/** The flows that may have been meant were offered: unless the shopper takes one of them, nothing has answered. */
export function keepUnclear(turn: Turn, { text, choices }: Unclear): void {
  keep(turn, { text, offered: choices.map(({ id }) => id), isLeft: false });
}

interface Unclear {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** Nothing made sense of it. */
export function keepMisunderstood(turn: Turn, text: string): void {
  keep(turn, { text, offered: [], isLeft: true });
}

/** Of several that stand open the oldest is let go. */
const mostOpen = 3;

function keep(turn: Turn, { text, ...how }: Omit<Unanswered, 'answering'>): void {
  const step = waitingStep(turn);
  const asked = withoutSmallTalk(text);
  if (isSmallTalk(asked) || !isQuestion(asked) || namesAnswer(step)) return;
  const others = turn.unanswered.filter((one) => normalise(one.text) !== normalise(asked));
  const one = { ...how, text: asked, answering: step?.kind === 'ask' };
  turn.unanswered = [...others, one].slice(-mostOpen);
}

/** "Is there a blue one?" to "Which product?" is an answer, though none that could be found. */
function namesAnswer(step: Ask | Choose | null): boolean {
  return step?.kind === 'ask' && isLookup(step);
}

/** The shopper goes on: what is not picked now has not been what was meant. */
export function leaveUnclear(turn: Turn): void {
  turn.unanswered = turn.unanswered.map((one) => ({ ...one, isLeft: true }));
}

/** The same choice stands, among fewer. */
export function stayUnclear(turn: Turn, choices: readonly Choice[]): void {
  turn.unanswered = turn.unanswered.map((one) =>
    choices.every(({ id }) => one.offered.includes(id)) ? { ...one, isLeft: false } : one,
  );
}

export function answerUnclear(turn: Turn, choice: string): void {
  turn.unanswered = turn.unanswered.filter(({ offered }) => !offered.includes(choice));
}

/** At the end of a turn: what has found no answer is written down for the merchant, by the action that decides what is kept of it. */
export function noteUnanswered(turn: Turn): void {
  const asked = turn.awaiting === null ? turn.unanswered.find(({ isLeft }) => isLeft) : undefined;
  if (asked === undefined) return;
  turn.unanswered = turn.unanswered.filter((one) => one !== asked);
  const { text, answering } = asked;
  act(turn, { action: 'questions.note', input: { text, answering }, purpose: { for: 'nothing' } });
}
