import { type Reply, resolveReply } from '../../channel/replies.ts';
import { readCorrection } from '../../understanding/correction.ts';
import { readGlobalCommand } from '../../understanding/global-commands.ts';
import type { Ask, Choose } from '../book.ts';
import { advance } from './advance.ts';
import { agreedChoice } from './agreed-choice.ts';
import { type Answered, answer, answerWholly, isLookup } from './answer.ts';
import { obey } from './commands.ts';
import { correctEarlier } from './correct.ts';
import { abandonFlow, interrupt, startWelcome } from './flows.ts';
import { askWhich, follow, isLikely, isSure } from './follow.ts';
import { hearChoice, isOpenChoice } from './hear-choice.ts';
import { misunderstood, waitingStep } from './misunderstood.ts';
import { unnumbered } from './options.ts';
import { answersTo } from './question.ts';
import { lacksFacts, type Turn } from './turn.ts';

/**
 * What a text means, in the order of how sure it is: a pick of what was offered, a word that works anywhere, the answer to
 * the question, a correction, another flow, and at last what the shop does with anything else.
 */
export function hearText(turn: Turn, raw: string): void {
  const text = raw.trim();
  const step = waitingStep(turn);
  if (step && lacksFacts(turn, step.needs, { type: 'text', text: raw, at: turn.event.at })) return;
  if (text === '') return hearNothing(turn);
  const reply = replyTo(turn, step, text);
  const open = reply && isOpen(turn, reply) ? reply : null;
  if (open?.kind === 'picked') return hearChoice(turn, open.choice.id);
  const agreed = agreedChoice(turn, text);
  if (agreed) return hearChoice(turn, agreed.id);
  const command = readGlobalCommand(text, languageOf(turn));
  if (command !== null) return obey(turn, command);
  if (step?.kind === 'ask' && goesOn(turn, answerWhole(turn, step, text))) return;
  const matches = turn.book.matcher.match(text);
  if (isSure(matches)) return follow(turn, matches);
  if (open?.kind === 'near' && step?.kind === 'ask' && isLookup(step)) return hearChoice(turn, open.choice.id);
  if (step?.kind === 'ask' && hearLooseAnswer(turn, step, { text, likely: isLikely(matches) })) return;
  if (hearCorrection(turn, step, text)) return;
  if (open?.kind === 'near') return hearChoice(turn, open.choice.id);
  if (open?.kind === 'unclear') return askWhich(turn, open.choices);
  if (matches.length > 0) return follow(turn, matches);
  if (reply?.kind === 'picked') return hearChoice(turn, reply.choice.id);
  hearAnythingElse(turn, step, text);
}

/** A command or a sure trigger means the same whatever was asked. */
export function standsAlone(turn: Turn, text: string): boolean {
  return readGlobalCommand(text.trim(), languageOf(turn)) !== null || isSure(turn.book.matcher.match(text));
}

/** Somebody who writes nothing at first is greeted. */
function hearNothing(turn: Turn): void {
  if (turn.number === 1 && startWelcome(turn)) return advance(turn);
  misunderstood(turn);
}

function languageOf(turn: Turn): string {
  return turn.locale ?? turn.book.shop.locale;
}

function replyTo(turn: Turn, step: Ask | Choose | null, text: string): Reply | null {
  if (!turn.menu) return null;
  const reply = resolveReply(text, turn.menu);
  if (reply || !step || !turn.menu.asksWhich) return reply;
  return resolveReply(text, { choices: answersTo(turn, step), firstNumber: unnumbered });
}

/** A menu that nobody waits for any more must not stand in the way of what its words mean now. */
function isOpen(turn: Turn, reply: Reply): boolean {
  const choices = reply.kind === 'unclear' ? reply.choices : [reply.choice];
  return choices.every(({ id }) => isOpenChoice(turn, id));
}

/** Types that take nearly any words: a sentence that surely starts a flow goes before them. */
function isLoose(step: Ask): boolean {
  return step.type === 'text' || step.type === 'address' || isLookup(step);
}

function goesOn(turn: Turn, answered: Answered): boolean {
  if (answered === 'goes-on') advance(turn);
  return answered !== 'unreadable';
}

function answerWhole(turn: Turn, step: Ask, text: string): Answered {
  return isLoose(step) ? 'unreadable' : answerWholly(turn, step, text);
}

interface Said {
  readonly text: string;
  /** Another flow is likely to be meant. */
  readonly likely: boolean;
}

/** "2 red ones" at "How many?"; anything at "Your name?". */
function hearLooseAnswer(turn: Turn, step: Ask, { text, likely }: Said): boolean {
  if (!isLoose(step)) return !likely && goesOn(turn, answer(turn, step, text));
  const correction = readCorrection(text, languageOf(turn));
  if (correction && correctEarlier(turn, { words: correction.rest, wholly: true })) {
    advance(turn);
    return true;
  }
  const said = correction && step.type !== 'text' ? correction.rest : text;
  return goesOn(turn, answer(turn, step, said));
}

function hearCorrection(turn: Turn, step: Ask | Choose | null, text: string): boolean {
  const correction = readCorrection(text, languageOf(turn));
  if (!correction) return false;
  if (correctCurrent(turn, step, correction.rest)) return true;
  const corrected = correctEarlier(turn, { words: correction.rest, wholly: false });
  if (corrected) advance(turn);
  return corrected;
}

/** "Make it 3" before a menu means so many, not the third of it. */
function isAmount(step: Ask | Choose | null, rest: string): boolean {
  return step?.kind === 'choose' && /^\d+$/u.test(rest.trim());
}

function correctCurrent(turn: Turn, step: Ask | Choose | null, rest: string): boolean {
  const reply = turn.menu && !isAmount(step, rest) ? resolveReply(rest, turn.menu) : null;
  if (reply?.kind === 'picked' && isOpen(turn, reply)) {
    hearChoice(turn, reply.choice.id);
    return true;
  }
  return step?.kind === 'ask' && !isLoose(step) && goesOn(turn, answer(turn, step, rest));
}

/** A `choose` without words of its own for it lets the shop's search have what it does not understand. */
function hearAnythingElse(turn: Turn, step: Ask | Choose | null, text: string): void {
  const { moments } = turn.book;
  const flow = moments.get('anything else') ?? (turn.number === 1 ? moments.get('first message') : undefined);
  const keeps = step !== null && (step.kind === 'ask' || step.sorry !== null);
  if (flow === undefined || keeps || isOffTheMenu(turn, text) || !turn.book.flows.has(flow)) return misunderstood(turn);
  if (step?.kind === 'choose') abandonFlow(turn);
  interrupt(turn, { flow, slots: { text }, given: {} });
  advance(turn);
}

/** "7" of five: nobody searches for that. */
function isOffTheMenu(turn: Turn, text: string): boolean {
  return turn.menu !== null && /^\p{Nd}{1,3}[.)]?$/u.test(text);
}
