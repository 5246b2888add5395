import type { Ask, Choose } from '../book.ts';
import type { Frame } from '../state.ts';
import { advance } from './advance.ts';
import { type Answered, answer, isLookup, pick, setAnswer } from './answer.ts';
import { readGlobalChoice, readStepChoice, type StepChoice, startFlowButton } from './choice-id.ts';
import { obey } from './commands.ts';
import { interrupt, moveTo } from './flows.ts';
import { misunderstood, personChoice, waitingStep } from './misunderstood.ts';
import { optionsOf } from './options.ts';
import { findProductView } from './product-views.ts';
import { stillToCome } from './put-off.ts';
import { productOption } from './question.ts';
import { sayWords } from './say.ts';
import { lacksFacts, scopeOf, type Turn } from './turn.ts';
import { answerUnclear } from './unanswered.ts';

/** A press or a pick, of the present menu or of one from before. */
export function hearChoice(turn: Turn, id: string): void {
  answerUnclear(turn, id);
  if (id === personChoice) return obey(turn, 'person');
  const own = readStepChoice(id);
  if (own) return hearStepChoice(turn, own, id);
  const { button, value } = readGlobalChoice(id);
  if (button === startFlowButton && value !== null) return startFlow(turn, value, searchedWords(turn, value));
  const target = turn.book.buttons.get(button);
  if (!target) return hearOldButton(turn);
  startFlow(turn, target.flow, target.slot !== null && value !== null ? { [target.slot]: value } : {});
}

/** The search that was offered for what could not be told. */
function searchedWords({ book, menu }: Turn, flow: string): Readonly<Record<string, string>> {
  return flow === book.moments.get('anything else') && menu?.words !== undefined ? { text: menu.words } : {};
}

function startFlow(turn: Turn, flow: string, given: Readonly<Record<string, string>>): void {
  if (!turn.book.flows.has(flow)) return hearOldButton(turn);
  interrupt(turn, { flow, slots: {}, given });
  advance(turn);
}

/** Is what it picks from still waiting, on top or beneath? */
export function isOpenChoice(turn: Turn, id: string): boolean {
  const own = readStepChoice(id);
  return own === null || placeOf(turn, own) >= 0;
}

function placeOf(turn: Turn, { asked }: StepChoice): number {
  return asked > 0 ? turn.stack.findLastIndex((frame) => frame.asked === asked) : -1;
}

/** One turn may have asked two questions, one on top of the other: then the option tells which of them is answered. */
function hearStepChoice(turn: Turn, choice: StepChoice, id: string): void {
  const before = [...turn.stack];
  for (let place = placeOf(turn, choice); before[place]?.asked === choice.asked; place -= 1) {
    standAt(turn, before, place);
    const step = waitingStep(turn);
    if (!step) continue;
    if (lacksFacts(turn, step.needs, { type: 'choice', id, at: turn.event.at })) return standAt(turn, before);
    const picked = pickOf(turn, step, choice.option);
    if (picked !== 'gone') return settle(turn, picked);
  }
  standAt(turn, before, placeOf({ ...turn, stack: before }, choice));
  hearOldButton(turn);
}

/** Leaves what is on top of the place, but for wishes that are still to come; the whole stack when there is none. */
function standAt(turn: Turn, stack: readonly Frame[], place = -1): void {
  const end = place < 0 ? stack.length : place + 1;
  const toCome = stillToCome(stack.slice(end), { onlyWishes: true });
  turn.stack.splice(0, turn.stack.length, ...toCome, ...stack.slice(0, end));
  turn.scope = null;
}

function pickOf(turn: Turn, step: Ask | Choose, option: string): Answered | 'gone' {
  if (step.kind === 'choose' && option.startsWith(productOption)) return pickProduct(turn, step, option);
  const open = optionsOf(turn, step).find(({ id }) => id === option);
  if (open) return pick(turn, step, open);
  return step.kind === 'ask' && isLookup(step) ? answer(turn, step, option) : 'gone';
}

function pickProduct(turn: Turn, step: Choose, option: string): Answered | 'gone' {
  const view = findProductView(step.products?.value(scopeOf(turn)) ?? null, option.slice(productOption.length));
  if (!view) return 'gone';
  if (step.slot !== null) setAnswer(turn, step.slot, view);
  return moveTo(turn, step.next) ? 'goes-on' : 'waits';
}

function settle(turn: Turn, answered: Answered): void {
  switch (answered) {
    case 'goes-on':
      return advance(turn);
    case 'waits':
      return;
    case 'unreadable':
      return misunderstood(turn);
  }
}

/** Nothing is waiting for it any more: says so, and shows what is. */
function hearOldButton(turn: Turn): void {
  sayWords(turn, waitingStep(turn) ? 'oldMenu' : 'oldButton');
  advance(turn);
}
