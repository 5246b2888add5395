import type { Json, JsonObject } from '../../storage/json.ts';
import type { Match } from '../../understanding/trigger.ts';
import type { Ask, Do, Fact } from '../book.ts';
import type { DialogEvent, Outcome } from '../event.ts';
import { advance } from './advance.ts';
import { fill } from './answer.ts';
import { hearAssistant } from './ask-assistant.ts';
import { stepChoice } from './choice-id.ts';
import { abandonFlow, moveTo, seal } from './flows.ts';
import { follow } from './follow.ts';
import { hearUnread, hearWithoutAssistant } from './hear-text.ts';
import { misunderstood } from './misunderstood.ts';
import { takeOwnReading } from './own-reading.ts';
import { isObject } from './product-views.ts';
import { markAsked, waitForAnswer } from './question.ts';
import { sayWords, send, words } from './say.ts';
import { note, setSlot, stepOf, type Turn, top } from './turn.ts';

/** An action has answered: the turn goes on where it waited for it. `hear` takes up an event that waited for facts. */
export function hearResult(turn: Turn, outcome: Outcome, hear: (turn: Turn, event: DialogEvent) => void): void {
  const { awaiting, hearAgain } = turn;
  turn.awaiting = null;
  turn.hearAgain = null;
  switch (awaiting?.purpose.for) {
    case 'facts':
      takeFact(turn, awaiting.purpose.fact, outcome);
      return hearAgain ? hear(turn, hearAgain) : advance(turn);
    case 'step':
      return finishDo(turn, outcome);
    case 'assistant':
      return finishAssistant(turn, outcome, awaiting.purpose.words);
    case 'lookup':
      return finishLookup(turn, outcome, awaiting.purpose.words);
    case 'hearing':
      return finishHearing(turn, outcome, awaiting.purpose.words);
    case 'nothing':
    case undefined:
      return;
  }
}

/** What was flagged is said by nobody again: a search that finds nothing would echo it. */
function finishAssistant(turn: Turn, outcome: Outcome, said: string): void {
  if (outcome.result === 'refused' && outcome.reason === 'flagged') return misunderstood(turn);
  if (!hearAssistant(turn, outcome, said)) hearWithoutAssistant(turn, said);
}

function finishHearing(turn: Turn, outcome: Outcome, said: string): void {
  if (outcome.result === 'failed') note(turn, 'ACTION_FAILED');
  if (takeOwnReading(turn, outcome)) finishDo(turn, outcome);
  else hearUnread(turn, said);
}

/** Without its facts a text is shorter, not wrong: templates render what is missing as nothing. */
function takeFact(turn: Turn, fact: Fact, outcome: Outcome): void {
  turn.facts[fact] = outcome.result === 'returned' ? outcome.value : null;
  turn.scope = null;
  if (outcome.result === 'failed') note(turn, 'ACTION_FAILED');
}

function finishDo(turn: Turn, outcome: Outcome): void {
  const frame = top(turn);
  const step = frame ? stepOf(turn, frame) : undefined;
  if (step?.kind !== 'do') return advance(turn);
  if (!step.reads) forgetFacts(turn);
  if (!step.reads && outcome.result !== 'refused') seal(turn);
  if (outcome.result === 'failed') return failDo(turn, step);
  if (step.as !== null) setSlot(turn, step.as, resultOf(outcome));
  if (moveTo(turn, step.next)) advance(turn);
}

/** What an action has changed is read again where it is mentioned next. */
function forgetFacts(turn: Turn): void {
  turn.facts = {};
  turn.scope = null;
}

function resultOf(outcome: Exclude<Outcome, { result: 'failed' }>): JsonObject {
  if (outcome.result === 'returned') return outcome.value;
  return { refused: outcome.reason, details: outcome.details ?? null };
}

function failDo(turn: Turn, step: Do): void {
  note(turn, 'ACTION_FAILED');
  if (step.failed !== null) {
    moveTo(turn, step.failed);
    return advance(turn);
  }
  sayWords(turn, 'actionFailed');
  if (abandonFlow(turn)) advance(turn);
}

function finishLookup(turn: Turn, outcome: Outcome, said: string | null): void {
  const frame = top(turn);
  const step = frame ? stepOf(turn, frame) : undefined;
  if (step?.kind !== 'ask') return advance(turn);
  switch (outcome.result) {
    case 'returned':
      if (fill(turn, step, outcome.value['value'] ?? null) === 'goes-on') advance(turn);
      return;
    case 'refused':
      if (outcome.reason === 'near' && followMeant(turn, said)) return;
      return askAmong(turn, step, { details: outcome.details ?? null, said });
    case 'failed':
      note(turn, 'ACTION_FAILED');
      sayWords(turn, 'actionFailed');
      return waitForAnswer(turn, step);
  }
}

interface Unfound {
  readonly details: Json;
  /** What the shopper answered; `null` when the words came with a trigger. */
  readonly said: string | null;
}

/** Several fit: shows them. None fits: it may have been meant for another flow, or it is not understood. */
function askAmong(turn: Turn, step: Ask, { details, said }: Unfound): void {
  const asked = markAsked(turn);
  const candidates = isObject(details) ? details['choices'] : null;
  const choices = Array.isArray(candidates) ? candidates.flatMap((item: Json) => asCandidate(item, asked)) : [];
  if (choices.length === 0) return hearUnfound(turn, said);
  send(turn, { type: 'choices', text: words(turn, 'whichOne'), choices });
  waitForAnswer(turn, step);
}

function hearUnfound(turn: Turn, said: string | null): void {
  if (!followMeant(turn, said)) misunderstood(turn);
}

/** "Show cart" where a product is asked for, and what is found only resembles it. */
function followMeant(turn: Turn, said: string | null): boolean {
  const matches = said === null ? [] : turn.book.matcher.match(said);
  if (said === null || !isMeant(matches)) return false;
  follow(turn, said, matches);
  return true;
}

/** It is no answer: a flow that may be meant does not have to be as likely as one that would go before an answer. */
function isMeant([best]: readonly Match[]): boolean {
  return best !== undefined && best.confidence >= meant;
}

const meant = 0.7;

function asCandidate(item: Json, asked: number): { id: string; label: string }[] {
  if (!isObject(item)) return [];
  const { id, label } = item;
  return typeof id === 'string' && typeof label === 'string' ? [{ id: stepChoice(asked, id), label }] : [];
}
