import type { Book } from './book.ts';
import type { Effect } from './effect.ts';
import { advance } from './engine/advance.ts';
import { readStepChoice } from './engine/choice-id.ts';
import { hearDesk } from './engine/desk.ts';
import { hearChoice } from './engine/hear-choice.ts';
import { hearNews } from './engine/hear-news.ts';
import { hearOpened } from './engine/hear-opened.ts';
import { hearPaid } from './engine/hear-paid.ts';
import { hearResult } from './engine/hear-result.ts';
import { hearSilence, isStillSilent } from './engine/hear-silence.ts';
import { hearText, standsAlone } from './engine/hear-text.ts';
import { hearLocation, hearUnreadable, sayUnread } from './engine/hear-unreadable.ts';
import { hearWhileHeld } from './engine/hear-while-held.ts';
import { askLanguage } from './engine/notice-language.ts';
import { answerAnger } from './engine/notice-mood.ts';
import { repairStack, tellRepair } from './engine/repair.ts';
import { beginTurn, endTurn, type Turn } from './engine/turn.ts';
import { leaveUnclear, noteUnanswered } from './engine/unanswered.ts';
import type { DialogEvent } from './event.ts';
import type { DialogState } from './state.ts';

export interface StepResult {
  readonly state: DialogState;
  readonly effects: readonly Effect[];
}

/**
 * The whole dialog engine: pure and total. The same book, state and event always give the same result; nothing is read from
 * outside, and no input makes it throw. When the last effect is `act`, the turn goes on with the `result` event for it;
 * everything else waits for the shopper.
 */
export function step(book: Book, state: DialogState, event: DialogEvent): StepResult {
  const turn = beginTurn(book, state, event);
  if (isStale(turn, event)) return { state, effects: [] };
  if (event.type === 'text' || event.type === 'choice') leaveUnclear(turn);
  if (event.type === 'result') hearResult(turn, event.outcome, hear);
  else if (event.type === 'desk') hearDesk(turn, event.does);
  else if (event.type === 'news') hearNews(turn, event.news, event.slots);
  else if (turn.handoffSince === null) hearShopper(turn, event);
  else hearWhileHeld(turn, event, hearShopper);
  answerAnger(turn);
  askLanguage(turn);
  noteUnanswered(turn);
  return endTurn(turn);
}

/** A time-out of a question that has been answered, a result that nobody waits for: nothing has happened. */
function isStale(turn: Turn, event: DialogEvent): boolean {
  if (event.type === 'result') return turn.awaiting?.effect !== event.effect;
  return event.type === 'silence' && !isStillSilent(turn, event.asked);
}

/** After a change of the flows, only what means the same anyway is heard before the question is asked again. */
function hearShopper(turn: Turn, event: DialogEvent): void {
  const repaired = repairStack(turn);
  if (repaired === 'whole' || meansTheSame(turn, event)) return hear(turn, event);
  tellRepair(turn, repaired);
  advance(turn);
}

function meansTheSame(turn: Turn, event: DialogEvent): boolean {
  if (event.type === 'text') return standsAlone(turn, event.text);
  return event.type === 'choice' && readStepChoice(event.id) === null;
}

function hear(turn: Turn, event: DialogEvent): void {
  switch (event.type) {
    case 'text':
      if (event.unread) sayUnread(turn, event);
      return hearText(turn, event.text);
    case 'choice':
      return hearChoice(turn, event.id);
    case 'opened':
      return hearOpened(turn, event.payload);
    case 'silence':
      return hearSilence(turn, event.asked);
    case 'desk':
      return hearDesk(turn, event.does);
    case 'location':
      return hearLocation(turn, `${event.latitude}, ${event.longitude}`);
    case 'unsupported':
      return hearUnreadable(turn, event);
    case 'news':
      return hearNews(turn, event.news, event.slots);
    case 'paid':
      return hearPaid(turn, event.total);
    case 'result':
      return hearResult(turn, event.outcome, hear);
  }
}
