import { resolveReply } from '../../channel/replies.ts';
import { readCorrection } from '../../understanding/correction.ts';
import { readSlot } from '../../understanding/read-slot.ts';
import type { Ask, Choose } from '../book.ts';
import { advance } from './advance.ts';
import { type Answered, answer, answerWholly, isLookup, slotContext } from './answer.ts';
import { correctEarlier } from './correct.ts';
import { hearChoice, isOpenChoice } from './hear-choice.ts';
import { localeOf, type Turn } from './turn.ts';

/** Types that take nearly any words: a sentence that surely starts a flow goes before them. */
function isLoose(step: Ask): boolean {
  return step.type === 'text' || step.type === 'address' || isLookup(step);
}

/** What has no digit is no order: it may be a question, or the wish for something else. */
function isNoNumber(step: Ask, text: string): boolean {
  return step.type === 'order' && !/\p{Nd}/u.test(text);
}

function goesOn(turn: Turn, answered: Answered): boolean {
  if (answered === 'goes-on') advance(turn);
  return answered !== 'unreadable';
}

/** An answer that says nothing beside. */
export function hearWholeAnswer(turn: Turn, step: Ask, text: string): boolean {
  return !isLoose(step) && goesOn(turn, answerWholly(turn, step, text));
}

interface Answering {
  readonly text: string;
  /** Another flow is likely to be meant. */
  readonly likely: boolean;
}

/** "2 red ones" at "How many?"; anything at "Your name?". */
export function hearLooseAnswer(turn: Turn, step: Ask, { text, likely }: Answering): boolean {
  if (!isLoose(step)) return !likely && goesOn(turn, answer(turn, step, text));
  if (isNoNumber(step, text)) return false;
  const correction = readCorrection(text, localeOf(turn));
  if (correction && correctEarlier(turn, { words: correction.rest, wholly: true })) {
    advance(turn);
    return true;
  }
  const said = correction && step.type !== 'text' ? correction.rest : text;
  return goesOn(turn, answer(turn, step, said));
}

export function hearCorrection(turn: Turn, step: Ask | Choose | null, text: string): boolean {
  const correction = readCorrection(text, localeOf(turn));
  if (!correction) return false;
  if (correctCurrent(turn, step, correction.rest)) return true;
  const corrected = correctEarlier(turn, { words: correction.rest, wholly: false });
  if (corrected) advance(turn);
  return corrected;
}

/** "Make it 3" and "doch lieber zwei" before a menu mean so many, not the third of it. */
function isAmount(turn: Turn, step: Ask | Choose | null, rest: string): boolean {
  if (step?.kind !== 'choose') return false;
  const reading = readSlot('quantity', rest, slotContext(turn));
  return reading.result === 'value' && reading.rest === undefined;
}

function correctCurrent(turn: Turn, step: Ask | Choose | null, rest: string): boolean {
  const reply = turn.menu && !isAmount(turn, step, rest) ? resolveReply(rest, turn.menu) : null;
  if (reply?.kind === 'picked' && isOpenChoice(turn, reply.choice.id)) {
    hearChoice(turn, reply.choice.id);
    return true;
  }
  return step?.kind === 'ask' && !isLoose(step) && goesOn(turn, answer(turn, step, rest));
}
