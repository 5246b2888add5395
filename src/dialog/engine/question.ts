import type { Choice, ProductCard } from '../../channel/message.ts';
import type { RichText } from '../../channel/rich-text.ts';
import type { Ask, Choose } from '../book.ts';
import type { Frame } from '../state.ts';
import { answerGiven, isLookup } from './answer.ts';
import { stepChoice } from './choice-id.ts';
import { moveTo } from './flows.ts';
import { optionsOf } from './options.ts';
import { putOffQuestion } from './put-off.ts';
import { phraseText, productCards, send } from './say.ts';
import { replaceTop, scopeOf, type Turn, top } from './turn.ts';

/** Asks, unless the answer is known. Taken again, it asks again. */
export function takeAsk(turn: Turn, step: Ask): boolean {
  const frame = top(turn);
  if (!frame) return false;
  if (frame.asked === 0 && step.skipWhenKnown && isKnown(frame, step.slot)) return moveTo(turn, step.next);
  const given = frame.given?.[step.slot];
  // What has to be looked up may not be there, and be asked for.
  if ((given === undefined || isLookup(step)) && putOffQuestion(turn)) return true;
  const answered = given === undefined ? 'unreadable' : answerGiven(turn, step, given);
  return answered === 'unreadable' ? askAnew(turn, step) : answered === 'goes-on';
}

function askAnew(turn: Turn, step: Ask | Choose): boolean {
  if (putOffQuestion(turn)) return true;
  presentQuestion(turn, step, phraseText(turn, step.text));
  return false;
}

function isKnown(frame: Frame, slot: string): boolean {
  const value = frame.slots[slot];
  return value !== undefined && value !== null && value !== '';
}

export function takeChoose(turn: Turn, step: Choose): boolean {
  return turn.digressed && isShelf(turn, step) ? comeBackTo(turn, step) : askAnew(turn, step);
}

/** Products that were shown already. */
function isShelf(turn: Turn, step: Choose): boolean {
  const asked = top(turn)?.asked ?? 0;
  return asked > 0 && cardsOf(turn, step, asked).length > 0;
}

/** A list of products still stands a little above: it can be picked from again, and is not shown a second time. */
function comeBackTo(turn: Turn, step: Choose): false {
  if (!turn.menuIsFresh) turn.menu = { firstNumber: 1, choices: answersTo(turn, step) };
  waitForAnswer(turn, step);
  return false;
}

/** Shows the question with what can be picked, and waits. */
export function presentQuestion(turn: Turn, step: Ask | Choose, text: RichText): void {
  const asked = markAsked(turn);
  const choices = choicesOf(turn, step, asked);
  const cards = cardsOf(turn, step, asked);
  if (cards.length > 0) send(turn, { type: 'products', text, products: cards, choices });
  else if (choices.length > 0) send(turn, { type: 'choices', text, choices });
  else presentOpenQuestion(turn, step, text);
  waitForAnswer(turn, step);
}

export function waitForAnswer(turn: Turn, { silence }: Ask | Choose): void {
  const asked = markAsked(turn);
  if (silence) turn.effects.push({ type: 'wake', afterMs: silence.afterMs, asked });
}

function choicesOf(turn: Turn, step: Ask | Choose, asked: number): readonly Choice[] {
  return optionsOf(turn, step).map(({ id, label }) => ({ id: stepChoice(asked, id), label }));
}

function cardsOf(turn: Turn, step: Ask | Choose, asked: number): readonly ProductCard[] {
  if (step.kind !== 'choose' || !step.products) return [];
  const products = step.products.value(scopeOf(turn));
  return productCards(turn, products, (id) => stepChoice(asked, `${productOption}${id}`));
}

/** All that the question on top can be answered with, in the order in which it is shown. */
export function answersTo(turn: Turn, step: Ask | Choose): readonly Choice[] {
  const asked = top(turn)?.asked ?? 0;
  const cards = cardsOf(turn, step, asked).map(({ choice, title }) => ({ ...choice, label: title }));
  return [...cards, ...choicesOf(turn, step, asked)];
}

/** Marks a picked product among a step's options. */
export const productOption = 'p:';

/** An open question: a number now answers it, and no longer a menu from before. */
function presentOpenQuestion(turn: Turn, step: Ask | Choose, text: RichText): void {
  if (!turn.menuIsFresh || (step.kind === 'ask' && isNumeric(step.type))) turn.menu = null;
  turn.effects.push({ type: 'send', message: { type: openType(step), text } });
}

/** A place and a number are the shopper's to send with a button, where the channel has one. */
function openType(step: Ask | Choose): 'text' | 'ask-location' | 'ask-contact' {
  if (step.kind !== 'ask') return 'text';
  if (step.type === 'address') return 'ask-location';
  return step.type === 'phone' ? 'ask-contact' : 'text';
}

function isNumeric(type: Ask['type']): boolean {
  return type === 'number' || type === 'quantity' || type === 'money' || type === 'phone' || type === 'order';
}

export function markAsked(turn: Turn): number {
  const frame = top(turn);
  if (!frame || frame.asked > 0) return frame?.asked ?? 0;
  replaceTop(turn, { asked: turn.number });
  return turn.number;
}
