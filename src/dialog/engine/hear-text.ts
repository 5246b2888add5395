import type { Choice } from '../../channel/message.ts';
import { resolveReply } from '../../channel/replies.ts';
import { readCorrection } from '../../understanding/correction.ts';
import { readGlobalCommand } from '../../understanding/global-commands.ts';
import { clarifies } from '../../understanding/matcher.ts';
import type { Match } from '../../understanding/trigger.ts';
import type { Ask, Choose } from '../book.ts';
import { advance } from './advance.ts';
import { answer, isLookup } from './answer.ts';
import { globalChoice, startFlowButton } from './choice-id.ts';
import { obey } from './commands.ts';
import { correctEarlier } from './correct.ts';
import { interrupt } from './flows.ts';
import { hearChoice } from './hear-choice.ts';
import { misunderstood, waitingStep } from './misunderstood.ts';
import { send, words } from './say.ts';
import { lacksFacts, type Turn, top } from './turn.ts';

/**
 * What a text means, in the order of how sure it is: a pick of what was offered, a word that works anywhere, the answer to
 * the question, a correction, another flow, and at last what the shop does with anything else.
 */
export function hearText(turn: Turn, raw: string): void {
  const text = raw.trim();
  const step = waitingStep(turn);
  if (step && lacksFacts(turn, step.needs, turn.event)) return;
  if (text === '') return misunderstood(turn);
  const reply = turn.menu ? resolveReply(text, turn.menu) : null;
  if (reply?.kind === 'picked') return hearChoice(turn, reply.choice.id);
  const command = readGlobalCommand(text, languageOf(turn));
  if (command !== null) return obey(turn, command);
  if (step?.kind === 'ask' && !isLoose(step) && hearAnswer(turn, step, text)) return;
  const matches = turn.book.matcher.match(text);
  if (isSure(matches[0])) return follow(turn, matches);
  if (step?.kind === 'ask' && isLoose(step) && hearAnswer(turn, step, text)) return;
  if (hearCorrection(turn, step, text)) return;
  if (reply?.kind === 'near') return hearChoice(turn, reply.choice.id);
  if (reply?.kind === 'unclear') return askWhich(turn, reply.choices);
  if (matches.length > 0) return follow(turn, matches);
  hearAnythingElse(turn, step, text);
}

function languageOf(turn: Turn): string {
  return turn.locale ?? turn.book.shop.locale;
}

/** Types that take nearly any words: a sentence that surely starts a flow goes before them. */
function isLoose(step: Ask): boolean {
  return step.type === 'text' || step.type === 'address' || isLookup(step);
}

/** From here on a match is as good as said in so many words. */
const sure = 0.95;

function isSure(match: Match | undefined): boolean {
  return match !== undefined && match.confidence >= sure;
}

function hearAnswer(turn: Turn, step: Ask, text: string): boolean {
  const answered = answer(turn, step, text);
  if (answered === 'goes-on') advance(turn);
  return answered !== 'unreadable';
}

function hearCorrection(turn: Turn, step: Ask | Choose | null, text: string): boolean {
  const correction = readCorrection(text, languageOf(turn));
  if (!correction) return false;
  if (correctCurrent(turn, step, correction.rest)) return true;
  const corrected = correctEarlier(turn, correction.rest);
  if (corrected) advance(turn);
  return corrected;
}

function correctCurrent(turn: Turn, step: Ask | Choose | null, rest: string): boolean {
  const reply = turn.menu ? resolveReply(rest, turn.menu) : null;
  if (reply?.kind === 'picked') {
    hearChoice(turn, reply.choice.id);
    return true;
  }
  return step?.kind === 'ask' && !isLoose(step) && hearAnswer(turn, step, rest);
}

/** Starts the flow that was meant, or asks which of two. */
function follow(turn: Turn, matches: readonly Match[]): void {
  const [best] = matches;
  if (!best) return;
  if (clarifies(matches)) return askWhich(turn, matches.slice(0, mostMeanings).map(flowChoice(turn)));
  interrupt(turn, { flow: best.flow, slots: {}, given: best.slots });
  advance(turn);
}

const mostMeanings = 3;

/** A flow is offered in the words that start it. */
function flowChoice(turn: Turn): (match: Match) => Choice {
  return ({ flow }) => {
    const example = turn.book.flows.get(flow)?.triggers.find(({ kind }) => kind === 'example');
    const label = example?.kind === 'example' ? example.text.replace(/[{}]/gu, '') : flow;
    return { id: globalChoice(startFlowButton)(flow), label: label.charAt(0).toUpperCase() + label.slice(1) };
  };
}

function askWhich(turn: Turn, choices: readonly Choice[]): void {
  send(turn, { type: 'choices', text: words(turn, 'whichOne'), choices });
}

/** A `choose` without words of its own for it lets the shop's search have what it does not understand. */
function hearAnythingElse(turn: Turn, step: Ask | Choose | null, text: string): void {
  const { fallback, welcome } = turn.book;
  const flow = fallback ?? (turn.number === 1 ? welcome : null);
  const keeps = step !== null && (step.kind === 'ask' || step.sorry !== null);
  if (flow === null || keeps || !turn.book.flows.has(flow)) return misunderstood(turn);
  if (step?.kind === 'choose' && top(turn)) turn.stack.pop();
  interrupt(turn, { flow, slots: { text }, given: {} });
  advance(turn);
}
