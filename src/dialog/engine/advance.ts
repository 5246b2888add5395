import type { RichText } from '../../channel/rich-text.ts';
import type { Json } from '../../storage/json.ts';
import type { Do, Expression, GoTo, Handoff, If, Run, Say, Set as SetStep, Step } from '../book.ts';
import { conversationLanguage } from '../languages.ts';
import { running } from '../state.ts';
import { globalChoice, viewProductButton } from './choice-id.ts';
import { chooseLanguage } from './choose-language.ts';
import { endFlow, moveTo, pushFlow, replaceFlow } from './flows.ts';
import { putOffHandoff, recallWish } from './put-off.ts';
import { takeAsk, takeChoose } from './question.ts';
import { asInvoice, asReceipt } from './sale-views.ts';
import { phrasePlain, phraseText, productCards, sayWords, send, sendText } from './say.ts';
import { act, lacksFacts, note, replaceTop, scopeOf, setSlot, stepOf, type Turn, top } from './turn.ts';

/** More steps than this in one turn can only be a loop that the checker could not see. */
const mostSteps = 50;

/** Takes steps until one waits for the shopper or for an action, or no flow is left. */
export function advance(turn: Turn): void {
  for (let frame = top(turn); frame; frame = top(turn)) {
    if (turn.taken >= mostSteps) return breakLoop(turn);
    turn.taken += 1;
    recallWish(turn);
    const step = stepOf(turn, frame);
    if (step ? !take(turn, step) : !endFlow(turn)) return;
  }
}

/** `false` when the turn waits. */
function take(turn: Turn, step: Step): boolean {
  if (step.needs.length > 0 && lacksFacts(turn, step.needs)) return false;
  switch (step.kind) {
    case 'say':
      return takeSay(turn, step);
    case 'ask':
      return takeAsk(turn, step);
    case 'choose':
      return takeChoose(turn, step);
    case 'do':
      return takeDo(turn, step);
    case 'if':
      return takeIf(turn, step);
    case 'set':
      return takeSet(turn, step);
    case 'run':
      return takeRun(turn, step);
    case 'go-to':
      return takeGoTo(turn, step);
    case 'handoff':
      return takeHandoff(turn, step);
    case 'end':
      return endFlow(turn);
  }
}

function takeSay(turn: Turn, step: Say): boolean {
  const text = phraseText(turn, step.text);
  const products = step.products
    ? productCards(turn, step.products.value(scopeOf(turn)), globalChoice(viewProductButton))
    : [];
  if (step.image) sayImage(turn, step.image, products.length > 0 ? [] : text);
  if (products.length > 0) send(turn, { type: 'products', text, products, choices: [] });
  else if (!step.image && !saySale(turn, step, text)) sendText(turn, text);
  return moveTo(turn, step.next);
}

/** False: there is neither a receipt nor an invoice. */
function saySale(turn: Turn, { receipt, invoice }: Say, text: RichText): boolean {
  const sold = receipt && asReceipt(receipt.value(scopeOf(turn)));
  if (sold) send(turn, { type: 'receipt', text, ...sold });
  const due = invoice && asInvoice(invoice.value(scopeOf(turn)));
  if (due) send(turn, { type: 'invoice', text: sold ? [] : text, ...due });
  return Boolean(sold || due);
}

function sayImage(turn: Turn, image: NonNullable<Say['image']>, text: ReturnType<typeof phraseText>): void {
  const url = phrasePlain(turn, image.url);
  if (url === '') return sendText(turn, text);
  send(turn, { type: 'image', url, alt: phrasePlain(turn, image.alt), text });
}

function takeDo(turn: Turn, step: Do): boolean {
  act(turn, { action: step.action, input: valuesOf(turn, step.with), purpose: { for: 'step' } });
  return false;
}

function takeIf(turn: Turn, step: If): boolean {
  return moveTo(turn, step.condition.holds(scopeOf(turn)) ? step.then : step.else);
}

const memoryPrefix = 'memory.';

function takeSet(turn: Turn, step: SetStep): boolean {
  for (const [name, expression] of step.values) {
    const value = expression.value(scopeOf(turn));
    if (name === conversationLanguage) chooseLanguage(turn, value);
    else if (name.startsWith(memoryPrefix)) remember(turn, name.slice(memoryPrefix.length), value);
    else setSlot(turn, name, value);
  }
  return moveTo(turn, step.next);
}

function remember(turn: Turn, name: string, value: Json): void {
  turn.memory = { ...turn.memory, [name]: value };
  turn.scope = null;
}

function takeRun(turn: Turn, step: Run): boolean {
  const slots = valuesOf(turn, step.with);
  replaceTop(turn, { asked: running });
  return pushFlow(turn, { flow: step.flow, slots, given: {} }) || endFlow(turn);
}

function takeGoTo(turn: Turn, step: GoTo): boolean {
  if ('step' in step.target) return moveTo(turn, step.target.step);
  return replaceFlow(turn, step.target.flow);
}

function takeHandoff(turn: Turn, step: Handoff): boolean {
  if (putOffHandoff(turn)) return true;
  if (step.text) sendText(turn, phraseText(turn, step.text));
  else sayWords(turn, 'handedOver');
  const reason = step.reason ? phrasePlain(turn, step.reason) : '';
  moveTo(turn, step.next);
  handOver(turn, reason);
  return false;
}

export function handOver(turn: Turn, reason: string): void {
  turn.effects.push({ type: 'handoff', reason });
  turn.handoffSince = turn.event.at;
  turn.desk = undefined;
}

function valuesOf(turn: Turn, given: readonly (readonly [string, Expression])[]): Record<string, Json> {
  const scope = scopeOf(turn);
  return Object.fromEntries(given.map(([name, expression]) => [name, expression.value(scope)]));
}

function breakLoop(turn: Turn): void {
  note(turn, 'FLOW_LOOP');
  turn.stack.length = 0;
  turn.menu = null;
  sayWords(turn, 'brokenLoop');
}
